import { describe, expect, test } from "vitest";
import { unreachable } from "../../src/commands/parse-figures.ts";

const rate = { by: "passes", metric: "correct", range: 1, most: 1 } as const;
const rating = { by: "score", metric: "stars", range: 4, most: 5 } as const;
const open = { by: "score", metric: "reward", range: 10, most: undefined } as const;

describe("a target that no version can reach", () => {
	test.each([
		["all that there is", rate, 1, undefined],
		["more", rate, 1.5, "Give a target of 1 at most."],
		["a percentage without its sign", rate, 95, "Did you mean 95%, or 0.95?"],
		["more than all of a hundred", rate, 101, "Give a target of 1 at most."],
		["the best rating", rating, 5, undefined],
		["a better one", rating, 5.1, "Give a target of 5 at most."],
		["a score without an end", open, 1000, undefined],
		["no target", rate, undefined, undefined],
	])("%s", (_name, measure, target, hint) => {
		expect(unreachable({ measure, target }).map((slip) => slip.hint)).toEqual(hint ? [hint] : []);
	});

	test("names the flag and the measure", () => {
		const [slip] = unreachable({ measure: rate, target: 95 }, "eval-target");
		expect(slip?.message).toBe(
			"--eval-target 95 is more than any version can reach: the best there is, by correct, is 1.",
		);
	});
});
