/** The score as a whole: the same in every run, and what is written down of it is current. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { measure, type Score } from "../../bench/score/measure.ts";
import { closing, formatScore, opening } from "../../bench/score/print-score.ts";
import { cases, rules } from "../built-in.ts";

describe("few cases", () => {
	const few = cases.filter((_, index) => index % 8 === 0);

	test("give the same bytes twice", () => {
		const [one, two] = [1, 2].map(() =>
			formatScore(measure(rules, few, { isBuiltIn: false }), { markdown: false }),
		);
		expect(one).toBe(two);
	});

	test.each([
		["one", few.slice(0, 1)],
		["one kind", few.filter(({ kind }) => kind === "paper")],
	])("%s can be scored", (_name, some) => {
		const text = formatScore(measure(rules, some, { isBuiltIn: false }), { markdown: true });
		expect(text).toContain("| always prompt |");
		expect(text).not.toContain("NaN");
	});
});

describe("all cases", () => {
	let score: Score;
	beforeAll(() => {
		score = measure(rules, cases, { isBuiltIn: true });
	}, 300_000);

	test("the curve that ships is the one that they give", () => {
		const { shipped, fitted } = score.curves;
		expect(Math.abs(shipped.point - fitted.point)).toBeLessThanOrEqual(0.01);
	});

	test("every miss names a reason that misled, and misses and agreement add up", () => {
		expect(score.misses.every(({ misled }) => misled.length > 0)).toBe(true);
		const right = score.shipped.full.filter((judged) => judged.right).length;
		expect(right + score.misses.length).toBe(cases.length);
	});

	const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
	test.skipIf(!readme.includes(opening))("the README's table is current", () => {
		const shown = readme.slice(readme.indexOf(opening), readme.indexOf(closing) + closing.length);
		expect(shown).toBe(formatScore(score, { markdown: true }));
	});
});

test("a folder without cases is refused", () => {
	const { status, stderr, stdout } = spawnSync(
		process.execPath,
		["--import", "tsx", "bench/score.ts", "--cases", "no-such-folder"],
		{ encoding: "utf8" },
	);
	expect(stderr).toContain("There are no cases in no-such-folder");
	expect([status, stdout]).toEqual([2, ""]);
});
