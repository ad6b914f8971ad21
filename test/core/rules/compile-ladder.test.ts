import { describe, expect, test } from "vitest";
import type { RuleFile } from "../../../src/core/rules/rule-file.ts";
import { fileWith, ladder, problemsOf } from "../rule-files.ts";

describe("ladders", () => {
	const place = "rules/a.yaml:scores.size.ladders";
	test.each<[string, fact: string, labels: string[], missing: string]>([
		["a gap below", "examples", ["50 to 500", "500 up"], "under 50"],
		["a gap between", "examples", ["under 50", "500 up"], "50 to 499"],
		["a gap above", "examples", ["under 50"], "at least 50"],
		["a missing value", "change", ["static", "daily"], "monthly"],
		["every other name is missing", "model", ["gpt-4"], "another name"],
	])("%s", (_name, fact, labels, missing) =>
		expect(problemsOf(fileWith(ladder(fact, ...labels)))).toEqual([
			[`size: the ladder for ${fact} has no step for ${missing}.`, `${place}.${fact}`],
		]),
	);

	test.each<[string, fact: string, labels: [string, string], both: string]>([
		["an overlap", "examples", ["under 500", "50 up"], "50 to 499"],
		["a value twice", "change", ["static,daily", "not static"], "daily"],
	])("%s", (_name, fact, labels, both) =>
		expect(problemsOf(fileWith(ladder(fact, ...labels)))).toEqual([
			[
				`size: the ladder for ${fact} has two steps for ${both}.`,
				`${place}.${fact}.steps.${labels[1]}`,
			],
		]),
	);

	test("an unknown fact", () =>
		expect(problemsOf(fileWith(ladder("weather", "fine")))).toEqual([
			["There is no fact weather.", `${place}.weather`],
		]));

	test.each<[string, Partial<RuleFile>]>([
		["tiles", ladder("examples", "under 50", "50 to 500", "500 up")],
		["in any order", ladder("examples", "500 up", "under 50", "50 to 500")],
		["thousands apart", ladder("examples", "under 1,000", "1,000 up")],
		["one step", ladder("examples", "0 up")],
		["values in sets", ladder("change", "static, monthly", "daily")],
		["a value and the others", ladder("change", "static", "not static")],
		["a value and the two others", ladder("change", "daily", "not daily")],
		["all but two", ladder("change", "static,monthly", "not static,monthly")],
		["yes and no", ladder("citations", "yes", "no")],
	])("without complaint: %s", (_name, parts) => expect(problemsOf(fileWith(parts))).toEqual([]));
});
