import { describe, expect, test } from "vitest";
import type { RuleFile } from "../../../src/core/rules/rule-file.ts";
import { fileWith, ladder, problemsOf } from "../rule-files.ts";

describe("ladders", () => {
	const place = "rules/a.yaml:scores.size.ladders";
	test.each<[string, Partial<RuleFile>, string[], string]>([
		[
			"a gap below",
			ladder("examples", "50 to 500", "500 up"),
			["size: no step of the ladder of examples holds for under 50."],
			"examples",
		],
		[
			"a gap between",
			ladder("examples", "under 50", "500 up"),
			["size: no step of the ladder of examples holds for 50 to 499."],
			"examples",
		],
		[
			"a gap above",
			ladder("examples", "under 50"),
			["size: no step of the ladder of examples holds for at least 50."],
			"examples",
		],
		[
			"a missing value",
			ladder("change", "static", "daily"),
			["size: no step of the ladder of change holds for monthly."],
			"change",
		],
		[
			"every other name is missing",
			ladder("model", "gpt-4"),
			["size: no step of the ladder of model holds for another name."],
			"model",
		],
		[
			"an overlap",
			ladder("examples", "under 500", "50 up"),
			["size: two steps of the ladder of examples hold for 50 to 499."],
			"examples.steps.50 up",
		],
		[
			"a value twice",
			ladder("change", "static,daily", "not static"),
			["size: two steps of the ladder of change hold for daily."],
			"change.steps.not static",
		],
		["an unknown fact", ladder("weather", "fine"), ["There is no fact weather."], "weather"],
	])("%s", (_name, parts, messages, path) =>
		expect(problemsOf(fileWith(parts))).toEqual(
			messages.map((message) => [message, `${place}.${path}`]),
		),
	);

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
