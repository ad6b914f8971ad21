/** A batch decides each line as a single run decides it, and counts what the decisions say. */
import { describe, expect, test } from "vitest";
import type { BatchOptions } from "../../src/batch/batch-options.ts";
import { type DecideLine, makeFullLine, makeQuickLine } from "../../src/batch/decide-line.ts";
import { addTally, emptyTally } from "../../src/core/bulk/tally.ts";
import { decide } from "../../src/core/decision/decide.ts";
import type { Decision } from "../../src/core/decision/decision.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { formatSummary } from "../../src/report/batch-summary.ts";
import { fileStyle } from "../../src/report/style.ts";
import { answersOf, rules as builtIn } from "../built-in.ts";
import { type Random, randomOf, randomRuleSet } from "../exact/random-rules.ts";
import { formatTokens, randomTokens } from "./lines.ts";
import { runHere } from "./run.ts";

/** From next to nothing known to everything, with sets and ranges. */
const randomLines = (random: Random, rules: RuleSet, count: number): string[] =>
	random.list(count, () => {
		const choice = { share: random.pick([0.05, 0.3, 0.7, 1]), sets: random.chance(0.5) };
		return formatTokens(random, randomTokens(random, rules, choice)).trimEnd();
	});

const decideLineOf = (rules: RuleSet, line: string): Decision =>
	decide(rules, answersOf(JSON.parse(line), rules));

const rowsOf = (stdout: string): string[] => stdout.trimEnd().split("\n");

test("a line is what a single run prints, byte for byte", async () => {
	const lines = randomLines(randomOf(1), builtIn, 40);
	const { stdout, code } = await runHere(["batch"], { stdin: lines.join("\n") });
	const rows = rowsOf(stdout);
	expect([rows.length, code]).toEqual([lines.length, 0]);
	for (const [place, line] of lines.entries()) {
		// Blank lines mean nothing in JSON: so the line stands where it stood.
		const stdin = "\n".repeat(place) + line;
		const single = await runHere(["--answers", "-", "--format", "json"], { stdin });
		expect(rows[place]).toBe(JSON.stringify(JSON.parse(single.stdout)));
	}
});

test("what is decided quickly is what whole decisions say", async () => {
	const lines = randomLines(randomOf(2), builtIn, 300);
	const fields = "outlook,total.points,strength,headline,verdict";
	const stdin = lines.join("\n");
	const { stdout } = await runHere(["batch", "--fields", fields], { stdin });
	const expected = lines.map((line) => {
		const { outlook, total, strength, headline, verdict } = decideLineOf(builtIn, line);
		return { outlook, "total.points": total.points, strength, headline, verdict };
	});
	expect(rowsOf(stdout)).toEqual(expected.map((row) => JSON.stringify(row)));
	// Another field makes all of them be decided in full.
	const full = await runHere(["batch", "--fields", `${fields},schemaVersion`], { stdin });
	expect(rowsOf(full.stdout)).toEqual(
		expected.map((row) => JSON.stringify({ ...row, schemaVersion: 1 })),
	);
});

/** Counted by hand, in the order in which a summary names things. */
function summaryOf(rules: RuleSet, decisions: readonly Decision[]) {
	const countOf = (isSo: (decision: Decision) => boolean) => decisions.filter(isSo).length;
	const sides = ["prompt-engineering", "fine-tuning"] as const;
	const reasons = new Map<string, number>();
	for (const { rule, criterion, points } of decisions.flatMap((decision) => decision.reasons)) {
		const key = JSON.stringify({ rule, criterion, toward: sides[points > 0 ? 1 : 0] });
		reasons.set(key, (reasons.get(key) ?? 0) + 1);
	}
	return {
		decisions: decisions.length,
		bad: 0,
		verdict: Object.fromEntries(
			sides.map((side) => [side, countOf(({ verdict }) => verdict === side)]),
		),
		outlook: Object.fromEntries(
			sides.map((side) => [side, countOf(({ outlook }) => outlook === side)]),
		),
		strength: Object.fromEntries(
			["close", "leaning", "clear"].map((word) => [word, countOf((d) => d.strength === word)]),
		),
		gates: rules.gates.map(({ id }, gate) => ({
			id,
			...Object.fromEntries(
				["open", "closed", "unknown"].map((state) => [
					state,
					countOf((decision) => decision.gates[gate]?.state === state),
				]),
			),
		})),
		reasons: new Set(
			[...reasons].map(([key, count]) => JSON.stringify({ ...JSON.parse(key), count })),
		),
	};
}

/** What a summary says, whatever the order of its reasons. */
const readSummary = (stdout: string) => {
	const { schemaVersion, ruleset, reasons, ...summary } = JSON.parse(stdout);
	const counts: number[] = reasons.map(({ count }: { count: number }) => count);
	expect(counts).toEqual([...counts].sort((a, b) => b - a));
	expect({ schemaVersion, ruleset }).toMatchObject({ schemaVersion: 1, ruleset: {} });
	const told = new Set(reasons.map((reason: unknown) => JSON.stringify(reason)));
	expect(told.size).toBe(reasons.length);
	return { ...summary, reasons: told };
};

/** Decides lines one by one, and adds the counts up in two parts, as threads do. */
function summarize(rules: RuleSet, decideLine: DecideLine, lines: readonly string[]): string {
	const tallies = [emptyTally(rules), emptyTally(rules)] as const;
	for (const [place, line] of lines.entries()) {
		const tally = tallies[place % 2 === 0 ? 0 : 1];
		if (decideLine(line, { file: "lines", line: place }, tally).ok) tally.decisions += 1;
	}
	addTally(tallies[0], tallies[1]);
	return formatSummary(tallies[0], rules, "json", fileStyle);
}

/** Random ladders are named after their fact alone; those of rule files after their score, too. */
const withOwnNames = (rules: RuleSet): RuleSet => ({
	...rules,
	scores: rules.scores.map((score) => ({
		...score,
		ladders: score.ladders.map((ladder) => ({ ...ladder, id: `${score.id}.${ladder.id}` })),
	})),
});

const options: BatchOptions = { asOf: "2026-11-22", keep: [], summary: true, strict: false };

describe("a summary counts what single decisions say", () => {
	const lines = randomLines(randomOf(3), builtIn, 300);
	const expected = summaryOf(
		builtIn,
		lines.map((line) => decideLineOf(builtIn, line)),
	);

	test("on the command line", async () => {
		const argv = ["batch", "--summary", "--format", "json"];
		const { stdout } = await runHere(argv, { stdin: lines.join("\n") });
		expect(readSummary(stdout)).toEqual(expected);
		expect(Math.min(...Object.values<number>(expected.strength))).toBeGreaterThan(0);
	});

	test("decided quickly", () => {
		const quick = makeQuickLine(builtIn, options) as DecideLine;
		expect(readSummary(summarize(builtIn, quick, lines))).toEqual(expected);
	});

	test("decided in full", () => {
		const full = makeFullLine(builtIn, [], options);
		expect(readSummary(summarize(builtIn, full, lines))).toEqual(expected);
	});

	test("by random rules", () => {
		let quickly = 0;
		for (let seed = 0; seed < 40; seed += 1) {
			const random = randomOf(seed);
			const rules = withOwnNames(randomRuleSet(random));
			const own = randomLines(random, rules, 40);
			const told = summaryOf(
				rules,
				own.map((line) => decideLineOf(rules, line)),
			);
			const full = makeFullLine(rules, [], options);
			expect(readSummary(summarize(rules, full, own)), `rules ${seed}`).toEqual(told);
			const quick = makeQuickLine(rules, options);
			if (!quick) continue;
			quickly += 1;
			expect(readSummary(summarize(rules, quick, own)), `rules ${seed}`).toEqual(told);
		}
		expect(quickly).toBeGreaterThan(25);
	});
});
