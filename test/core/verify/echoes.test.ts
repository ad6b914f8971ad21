/** One mechanism that counts twice, on both sides of each edge; and promises about the outlook. */
import { describe, expect, test } from "vitest";
import type { RuleFile } from "../../../src/core/rules/rule-file.ts";
import { checkRuleSet, findingName } from "../../../src/core/verify/check-rules.ts";

import { fileWith, rulesOf } from "../rule-files.ts";

const grounds = { because: "So.", row: "row", sources: ["source"] };
const one = { id: "size.one", when: { change: "daily" }, points: 2, ...grounds };

const steps = (daily: number) =>
	Object.fromEntries(
		Object.entries({ static: 0, monthly: 0, daily }).map(([value, points]) => [
			value,
			{ points, because: "So." },
		]),
	);

/** A score with a rule, and another score with more. */
const withOther = (other: object): RuleFile =>
	fileWith({
		scores: {
			size: { asks: "Enough?", weight: 1, rules: [one] },
			other: { asks: "Other?", weight: 1, ...other },
		},
	} as Partial<RuleFile>);
const rule = (changed: object) =>
	withOther({ rules: [{ ...one, id: "other.two", points: 1, ...changed }] });

const found = (file: RuleFile, code: string) =>
	checkRuleSet(rulesOf(file))
		.findings.filter((finding) => finding.code === code)
		.map(findingName);

describe("an echo", () => {
	test.each<[string, RuleFile, string[]]>([
		["the same answers in another score", rule({}), ["echo other.two size.one"]],
		[
			"other answers that overlap",
			rule({ when: { change: "monthly,daily" } }),
			["echo other.two size.one"],
		],
		["answers that exclude each other", rule({ when: { change: "static" } }), []],
		["the other way", rule({ points: -1 }), []],
		["nothing at all", rule({ points: 0 }), []],
		["one fact more", rule({ when: { change: "daily", citations: true } }), []],
		["another fact", rule({ when: { citations: true } }), []],
		[
			"a ladder that goes the same way",
			withOther({ ladders: { change: { row: "row", sources: ["source"], steps: steps(1) } } }),
			["echo size.one other.change"],
		],
		[
			"a ladder that goes the other way",
			withOther({ ladders: { change: { row: "row", sources: ["source"], steps: steps(-1) } } }),
			[],
		],
	])("%s", (_name, file, echoes) =>
		expect(found(file, "echo").map(sorted)).toEqual(echoes.map(sorted)),
	);
});

/** Which of the two is named first does not matter. */
const sorted = (name: string): string => name.split(" ").sort().join(" ");

describe("a promise about the outlook", () => {
	const promises: RuleFile["promises"] = [
		{ when: { citations: true }, never: "outlook-fine-tuning" },
	];
	const veto = {
		id: "size.veto",
		when: { citations: true },
		points: 0,
		veto: true as const,
		...grounds,
	};
	const broken = ["promise citations true never gives the outlook fine-tuning"];
	const file = (more: object[], gates = {}) =>
		fileWith({
			scores: { size: { asks: "Enough?", weight: 1, rules: [one, ...more] } },
			gates,
			promises,
		} as Partial<RuleFile>);

	test.each<[string, RuleFile, string[]]>([
		["points alone break it", file([]), broken],
		["a veto keeps it", file([veto]), []],
		[
			"a veto on less breaks it",
			file([{ ...veto, when: { citations: true, change: "static" } }]),
			broken,
		],
		[
			"a veto that may be lifted breaks it",
			file([{ ...veto, "unless-told": { change: "daily" } }]),
			broken,
		],
		[
			"points that outweigh it once do not keep it",
			file([{ ...veto, veto: undefined, points: -1 }]),
			broken,
		],
	])("%s", (_name, rules, findings) => expect(found(rules, "promise")).toEqual(findings));
});
