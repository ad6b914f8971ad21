/** The rule set as other engines see it: conditions on words and numbers instead of cells. */
import { type Cells, type Domain, listCells } from "../../src/core/answers/domain.ts";
import type { Formula } from "../../src/core/rules/formula.ts";
import type { CompiledLadder, RuleSet } from "../../src/core/rules/rule-set.ts";

/** Half-open; without a lower bound from 0, without an upper one to infinity. */
export type Range = [from: number, to: number];

export type Test =
	| { kind: "values"; key: string; values: string[] }
	| { kind: "ranges"; key: string; ranges: Range[] };

export type Condition = Test | { kind: "all" | "any"; of: Condition[] };

export interface ValueScore {
	name: string;
	weight: number;
	/** The steps of a number ascend without a gap, and those of a choice are all its values. */
	ladders: { key: string; steps: { test: Test; points: number }[] }[];
	rules: { when: Condition; points: number }[];
}

export interface ValueRules {
	/** What the facts are called in objects of values. */
	keys: string[];
	scores: ValueScore[];
	gates: Condition[];
}

/** All answers known: `{ goal: "task-quality", examples: 500 }`. */
export type Facts = Record<string, string | number>;

/** `qualityGap` for `quality-gap`: some of the languages read a hyphen as minus. */
export const keyOf = (fact: string): string =>
	fact.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** For full answers, where what is presumed is known. */
export function valueRulesOf({ domains, scores, gates }: RuleSet): ValueRules {
	const read = (formula: Formula) => conditionOf(formula, domains);
	return {
		keys: domains.map(({ fact }) => keyOf(fact)),
		scores: scores.map(({ id, weight, ladders, rules }) => ({
			name: keyOf(id),
			weight,
			ladders: ladders.map((ladder) => ladderOf(ladder, domains[ladder.fact] as Domain)),
			rules: rules.map(({ when, points }) => ({ when: read(when), points })),
		})),
		gates: gates.map(({ when }) => read(when)),
	};
}

function conditionOf(formula: Formula, domains: readonly Domain[]): Condition {
	if (formula.kind === "in") return testOf(domains[formula.fact] as Domain, formula.cells);
	const { kind } = formula;
	const of = formula.of
		.map((part) => conditionOf(part, domains))
		.flatMap((part) => (part.kind === kind ? part.of : [part]))
		.filter((part) => !(part.kind === "all" && part.of.length === 0));
	if (kind === "any" && of.length < formula.of.length) return { kind: "all", of: [] };
	return of.length === 1 ? (of[0] as Condition) : { kind, of };
}

function testOf(domain: Domain, cells: Cells): Test {
	const key = keyOf(domain.fact);
	if (domain.kind === "text") throw new Error(`A rule on the name of ${key} is not translated.`);
	if (domain.kind === "choice")
		return { kind: "values", key, values: domain.values.filter((_, cell) => cells & (1 << cell)) };
	return { kind: "ranges", key, ranges: rangesOf(domain.cuts, cells) };
}

/** Neighbouring cells make one range. */
function rangesOf(cuts: readonly number[], cells: Cells): Range[] {
	const ranges: Range[] = [];
	for (const cell of listCells(cells)) {
		const from = cuts[cell - 1] ?? 0;
		const to = cuts[cell] ?? Number.POSITIVE_INFINITY;
		const last = ranges.at(-1);
		if (last?.[1] === from) last[1] = to;
		else ranges.push([from, to]);
	}
	return ranges;
}

function ladderOf({ stepOf, steps }: CompiledLadder, domain: Domain) {
	const pointsOf = stepOf.map((step) => steps[step]?.points ?? 0);
	const groups: { cells: Cells; points: number }[] = [];
	for (const [cell, points] of pointsOf.entries()) {
		// Of a number only neighbours may be joined: its steps must ascend.
		const known =
			domain.kind === "number"
				? [groups.at(-1)].find((group) => group?.points === points)
				: groups.find((group) => group.points === points);
		if (known) known.cells |= 1 << cell;
		else groups.push({ cells: 1 << cell, points });
	}
	return {
		key: keyOf(domain.fact),
		steps: groups.map(({ cells, points }) => ({ test: testOf(domain, cells), points })),
	};
}
