import { expect, test } from "vitest";
import { lookAround, neighborSection } from "../../bench/score/neighbors.ts";
import type { PublishedCase } from "../../src/core/cases/case-file.ts";
import { cases, rules } from "../built-in.ts";

const base = cases[0] as PublishedCase;
const caseOf = (id: string, work: string | undefined, outcome: PublishedCase["outcome"]) => ({
	...base,
	id,
	outcome,
	facts: { goal: "task-quality", skills: "ml", model: id, ...(work && { work }) },
});
const [tuned, prompted] = ["fine-tuning", "prompt-engineering"] as const;

test("counts the places that others on the same kind of work could fill", () => {
	const some = [
		caseOf("a", "code", tuned),
		caseOf("b", "code", prompted),
		caseOf("c", "rank", tuned),
		caseOf("d", undefined, tuned),
	];
	const seen = lookAround(rules, some, some);
	expect(seen.map(({ work, possible, same }) => [work, possible, same])).toEqual([
		["code", 1, 1],
		["code", 1, 1],
		["rank", 0, 0],
	]);
	expect(seen.map((one) => one.isNearestSame)).toEqual([true, true, false]);
	const rows = neighborSection(seen).table?.rows;
	expect(rows?.map(([name, , share]) => [name, share])).toEqual([
		["code", "100.0"],
		["rank", "–"],
		["together", "100.0"],
	]);
});

test("nine of ten cases shown are on the same kind of work, where there are such", () => {
	const seen = lookAround(rules, cases, cases);
	const sum = (key: "same" | "possible") => seen.reduce((total, one) => total + one[key], 0);
	expect(sum("same") / sum("possible")).toBeGreaterThan(0.9);
});
