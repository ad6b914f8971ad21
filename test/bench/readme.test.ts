/** The figures of the README are those of today's rules. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { measure } from "../../bench/score/measure.ts";
import { formatScore, opening } from "../../bench/score/print-score.ts";
import { cases, rules } from "../built-in.ts";

test("the README prints what npm run score prints", { timeout: 120_000 }, () => {
	const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
	expect(readme.slice(readme.indexOf(opening))).toContain(
		formatScore(measure(rules, cases, { isBuiltIn: true }), { markdown: true }).trim(),
	);
});
