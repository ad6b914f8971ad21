/** Values of a choice as people write them. */
import { expect, test } from "vitest";
import { readChoices } from "../../../src/core/answers/choices.ts";

const domain = ["general", "specialised", "proprietary"];
const goal = ["format-style-tone", "task-quality"];
const yesNo = ["yes", "no"];
const rights = ["yes", "per-user", "no"];

test.each<[string, string[], string[]]>([
	["specialised", domain, ["specialised"]],
	["specialized", domain, ["specialised"]],
	[" SpecialiZed ", domain, ["specialised"]],
	["not specialized", domain, ["general", "proprietary"]],
	["proprietary,general", domain, ["general", "proprietary"]],
	["proprietary or specialized", domain, ["specialised", "proprietary"]],
	["general, specialised or proprietary", domain, domain],
	["not general or proprietary", domain, ["specialised"]],
	["not general,specialised,proprietary", domain, []],
	["format style tone", goal, ["format-style-tone"]],
	["Format_Style_Tone", goal, ["format-style-tone"]],
	["format - style  tone", goal, ["format-style-tone"]],
	["y", yesNo, ["yes"]],
	["N", yesNo, ["no"]],
	["True", yesNo, ["yes"]],
	["false", yesNo, ["no"]],
	["not true", yesNo, ["no"]],
	["per user", rights, ["per-user"]],
	["t", ["t", "y"], ["t"]],
	["y", ["t", "y"], ["y"]],
	["colour", ["color"], ["color"]],
	// A value that is there as it is written comes first.
	["size", ["sise", "size"], ["size"]],
])("%s of %j", (text, values, meant) => expect(readChoices(values, text)).toEqual(meant));

test.each<[string, string[], string]>([
	["special", domain, "special"],
	["general,medical", domain, "medical"],
	["general or", domain, "general or"],
	["general,", domain, ""],
	["formatstyletone", goal, "formatstyletone"],
	["y", domain, "y"],
	["on", yesNo, "on"],
	["1", yesNo, "1"],
	["constructor", yesNo, "constructor"],
	["__proto__", goal, "__proto__"],
])("%s is none of %j", (text, values, not) => expect(readChoices(values, text)).toEqual({ not }));
