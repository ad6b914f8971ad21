import { expect, test } from "vitest";
import { failing, parseLimits } from "../../../src/inspect/data/fail-on.ts";
import { inspect, jsonl, many, pairOf } from "./inspect.ts";

const { findings } = await inspect(
	jsonl([...many(18, pairOf), pairOf(1), { prompt: "a", completion: "" }]),
);

test.each([
	["duplicates", ["duplicates"]],
	["duplicates=5%", ["duplicates"]],
	["duplicates=5", ["duplicates"]],
	["duplicates=5.1%", []],
	["leakage", []],
	["error", ["empty-answer"]],
	["warning", ["duplicates"]],
	["warning=6%", []],
])("%s", (word, codes) => {
	const limits = parseLimits([word]);
	if (!limits.ok) throw new Error(limits.problems[0]?.message);
	expect(failing(findings, limits.value).map(({ code }) => code)).toEqual(codes);
});

test.each(["", "duplicate", "leakage=", "leakage=x", "=5", "note", "duplicates=5%%"])(
	"%j is refused",
	(word) => {
		const limits = parseLimits([word]);
		expect(limits.ok ? [] : limits.problems.map(({ code }) => code)).toEqual(["bad-flag"]);
	},
);
