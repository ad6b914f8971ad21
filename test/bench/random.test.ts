import { describe, expect, test } from "vitest";
import { dealFolds } from "../../bench/score/folds.ts";
import { shuffle } from "../../bench/score/random.ts";
import { makeRandom } from "../../src/core/statistics/random.ts";

describe("random numbers", () => {
	test("are the same in every run", () => {
		const random = makeRandom(1);
		const first = [random(), random(), random()].map((number) => number.toFixed(6));
		expect(first).toEqual(["0.627074", "0.002736", "0.527447"]);
	});

	test("lie from 0 up to 1, evenly", () => {
		const random = makeRandom(7);
		const tenths = new Array<number>(10).fill(0);
		for (let draw = 0; draw < 10_000; draw += 1) {
			const tenth = Math.floor(random() * 10);
			tenths[tenth] = (tenths[tenth] as number) + 1;
		}
		expect(Math.min(...tenths)).toBeGreaterThan(900);
		expect(tenths.reduce((sum, count) => sum + count)).toBe(10_000);
	});

	test("shuffle a list without losing or changing anything", () => {
		const list = [1, 2, 3, 4, 5, 6, 7];
		const shuffled = shuffle(list, makeRandom(3));
		expect(list).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(shuffled).not.toEqual(list);
		expect(shuffled.toSorted()).toEqual(list);
		expect(shuffle(list, makeRandom(3))).toEqual(shuffled);
		expect(shuffle([], makeRandom(3))).toEqual([]);
	});
});

describe("folds", () => {
	const strata = ["a", "b"].flatMap((name, index) => new Array(index === 0 ? 23 : 14).fill(name));
	const foldOf = dealFolds(strata, { folds: 5, random: makeRandom(2) });
	const sizes = (keep: (stratum: string) => boolean) =>
		[0, 1, 2, 3, 4].map(
			(fold) => foldOf.filter((own, item) => own === fold && keep(strata[item])).length,
		);

	test.each([
		["one stratum", (stratum: string) => stratum === "a", [4, 5]],
		["the other", (stratum: string) => stratum === "b", [2, 3]],
		["all", () => true, [7, 8]],
	])("hold as much of %s as the others, give or take one", (_name, keep, expected) => {
		const found = sizes(keep);
		expect([Math.min(...found), Math.max(...found)]).toEqual(expected);
	});

	test("do not depend on the order of the strata alone", () => {
		const other = dealFolds(strata, { folds: 5, random: makeRandom(4) });
		expect(other).not.toEqual(foldOf);
	});

	test("as many folds as items leave one out", () => {
		const single = dealFolds(["a", "b", "a"], { folds: 3, random: makeRandom(1) });
		expect(single.toSorted()).toEqual([0, 1, 2]);
	});
});
