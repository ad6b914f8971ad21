/** `npm run bench -- cost` as tests: published examples, measured memory and worked cases come out again. */
import { expect, test } from "vitest";
import { isIndependent, recomputeExamples, tolerance } from "../../bench/cost/examples.ts";
import { readPoints } from "../../bench/cost/memory.ts";
import { workedCases } from "../../bench/cost/worked.ts";

const examples = recomputeExamples();

test.each(examples.filter(isIndependent).map((one) => [one.id, one] as const))(
	"%s",
	(_, { published, found }) => {
		expect(Math.abs((found ?? 0) / published - 1)).toBeLessThanOrEqual(tolerance);
	},
);

test("most examples are independent, and the others are said to prove nothing", () => {
	expect(examples.filter(isIndependent)).toHaveLength(28);
	expect(new Set(examples.filter((one) => !isIndependent(one)).map(({ check }) => check))).toEqual(
		new Set(["circular (an input was inferred from the result)", "bound", "story"]),
	);
});

test("an adapter of a 7B model costs less to train than LoRA Land says at most", () => {
	const bound = examples.find(({ id }) => id === "lora-land");
	// 10,000 rows of 500 tokens, three times, at the price of a managed run.
	const run = recomputeExamples().find(({ id }) => id === "fireworks-4b-run");
	const tokens = 10_000 * 500 * 3;
	const price = (run?.published ?? 0) / (run?.inputs.train_tokens ?? 1);
	expect(tokens * price).toBeLessThan(bound?.published ?? 0);
});

test("nine of ten measured runs are within the band", () => {
	const { points } = readPoints();
	expect(points.length).toBeGreaterThanOrEqual(26);
	const misses = points.filter(({ isWithin }) => !isWithin);
	expect(misses.length).toBeLessThanOrEqual(points.length / 10);
});

test.each((await workedCases()).map((one) => [one.what, one] as const))(
	"%s",
	(_, { found, goal }) => {
		expect(found).toBe(goal);
	},
);
