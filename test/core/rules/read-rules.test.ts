import { describe, expect, test } from "vitest";
import { fileWith, problemsOf } from "../rule-files.ts";

describe("the form of a file", () => {
	test.each<[string, unknown, string, string]>([
		[
			"an unknown key",
			{ ...fileWith(), gatse: {} },
			"there is no key gatse here. Did you mean gates?",
			"rules/a.yaml:gatse",
		],
		[
			"an unknown key like nothing",
			{ ...fileWith(), weather: {} },
			"there is no key weather here.",
			"rules/a.yaml:weather",
		],
		[
			"an unknown key of a rule",
			fileWith({}, { wehn: {} }),
			"scores.size.rules.0: there is no key wehn here. Did you mean when?",
			"rules/a.yaml:scores.size.rules.0.wehn",
		],
		[
			"points in parts",
			fileWith({}, { points: 0.5 }),
			"scores.size.rules.0.points: must be a whole number from -1,000 to 1,000.",
			"rules/a.yaml:scores.size.rules.0.points",
		],
		["a list", [], "The file: Invalid input: expected object, received array.", "rules/a.yaml:"],
		[
			"an empty file",
			null,
			"The file: Invalid input: expected object, received null.",
			"rules/a.yaml:",
		],
	])("%s", (_name, file, message, at) => expect(problemsOf(file)).toEqual([[message, at]]));

	test.each([
		["an id in upper case", { id: "size.Rule" }],
		["no source", { sources: [] }],
		["no reason", { because: " " }],
		["too many points", { points: 1001 }],
		["an alternative of none", { any: [] }],
		["a value of no kind", { when: { change: { daily: true } } }],
		["a value of nothing", { when: { change: null } }],
	])("refused: %s", (_name, rule) => expect(problemsOf(fileWith({}, rule))).toHaveLength(1));

	test.each([
		["2026", 0],
		["2026-12", 0],
		["2026-13", 1],
		["2026-00", 1],
		["2026-12-31", 0],
		["2026-12-32", 1],
		["2026-12-00", 1],
		["26-12-31", 1],
	])("the day %s has %i problems", (day, count) =>
		expect(problemsOf(fileWith({ providers: { "as-of": day, status: {} } }))).toHaveLength(count),
	);
});
