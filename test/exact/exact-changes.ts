/** The fewest changes that turn a verdict, and what must not depend on how a rule set is written down. */
import { expect } from "vitest";
import { judge } from "../../src/core/decision/judge.ts";
import { buildDiagrams, type Diagrams } from "../../src/core/diagram/build-diagrams.ts";
import { completionShares } from "../../src/core/diagram/completion-shares.ts";
import { type Change, findFlips } from "../../src/core/diagram/flips.ts";
import {
	attachDiagrams,
	diagramsOf,
	packDiagrams,
} from "../../src/core/diagram/packed-diagrams.ts";
import { knownTotal, rangeOf } from "../../src/core/diagram/ranges.ts";
import { buildVerdictDiagram, decidingFacts } from "../../src/core/diagram/verdict-diagram.ts";
import type { Formula } from "../../src/core/rules/formula.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { sides } from "../../src/core/side.ts";
import { type Assignment, choices, fewestChanges, listCells, sideByPoints } from "./brute-force.ts";
import { type Random, randomOf } from "./random-rules.ts";
import type { Property, Run } from "./random-runs.ts";

const factsIn = (change: readonly { fact: number }[]) => change.map(({ fact }) => fact).join();

/** Every way to take one cell for each fact of a change. */
const assignmentsOf = (change: Change): Assignment[] =>
	choices(change.map(({ cells }) => listCells(cells))).map((cells) =>
		change.map(({ fact }, at) => ({ fact, cell: cells[at] as number })),
	);

/** Cells moved in all; from nothing known, counted from the first cell. */
const distanceOf = ({ masks }: Run, assignment: Assignment): number =>
	assignment.reduce((sum, { fact, cell }) => {
		const now = listCells(masks[fact] as number);
		return sum + (now.length === 1 ? Math.abs(cell - (now[0] as number)) : cell);
	}, 0);

const flipsOf = ({ joint, masks, model }: Run, to: (typeof sides)[number]) =>
	findFlips(joint, {
		threshold: model.threshold,
		to,
		masks,
		changeable: (fact) => model.changeable[fact] ?? false,
	});

export const changeProperties: Property[] = [
	[
		"fewest changes: all of them, none smaller, and each cell of each one does it",
		(run) => {
			const { name, model, masks } = run;
			for (const to of sides) {
				const turns = (changed: number[]) => sideByPoints(model, changed) === to;
				const found = flipsOf(run, to);
				// By what is known the verdict is there already: nothing to change.
				const fewest = turns([...masks]) ? [] : fewestChanges(model, masks, turns);
				expect(found.map(factsIn).sort(), name).toEqual([...new Set(fewest.map(factsIn))].sort());
				const all = new Set(fewest.map((assignment) => JSON.stringify(assignment)));
				const nearest = found.map((change) => {
					const assignments = assignmentsOf(change);
					for (const one of assignments)
						expect(all, `${name} to ${to}`).toContain(JSON.stringify(one));
					return Math.min(...assignments.map((one) => distanceOf(run, one)));
				});
				// Nearest first, and each by its nearest cells.
				expect(nearest, name).toEqual([...nearest].sort((a, b) => a - b));
				for (const [at, change] of found.entries()) {
					const same = fewest.filter((one) => factsIn(one) === factsIn(change));
					expect(nearest[at], name).toBe(Math.min(...same.map((one) => distanceOf(run, one))));
				}
			}
		},
	],
	[
		"any order of the facts gives the same results",
		(run) => {
			const { name, rules, masks, joint, model } = run;
			const { threshold } = model;
			const other: RuleSet = { ...rules, order: randomOf(name.length).shuffle(rules.order) };
			const diagrams = buildDiagrams(other, { answered: masks });
			const again = { ...run, rules: other, joint: diagrams.joint as Run["joint"] };
			expect(judge(other, diagrams, masks), name).toEqual(judge(rules, run.diagrams, masks));
			expect(rangeOf(again.joint, masks), name).toEqual(rangeOf(joint, masks));
			expect(knownTotal(again.joint, masks), name).toEqual(knownTotal(joint, masks));
			for (const to of sides) expect(flipsOf(again, to), name).toEqual(flipsOf(run, to));
			const shares = [again.joint, joint].map(
				(one) => completionShares(one, masks, { threshold }).share,
			);
			expect(shares[0], name).toBeCloseTo(shares[1] as number, 12);
			const deciding = [again.joint, joint].map((one) =>
				[...decidingFacts(buildVerdictDiagram(one, masks, { threshold }))].sort(),
			);
			expect(deciding[0], name).toEqual(deciding[1]);
		},
	],
	[
		"the same rules in other words give the same diagram",
		({ name, rules, masks, diagrams }) => {
			const random = randomOf(name.length);
			const other = buildDiagrams(reworded(random, rules), { answered: masks });
			expect(written(other), name).toBe(written(diagrams));
		},
	],
	[
		"diagrams that came with a rule set are those that would be built",
		({ name, rules, rows, table }) => {
			// Once for each rule set: when nothing is answered.
			if (rows.length < table.length) return;
			const built = buildDiagrams(rules);
			const shipped = { ...rules };
			attachDiagrams(shipped, JSON.parse(written(built)));
			const { joint, scores } = diagramsOf(shipped);
			expect(written({ joint, scores }), name).toBe(written(built));
			expect(joint?.first, name).toEqual(built.joint?.first);
			expect(
				scores.map((score) => score?.first),
				name,
			).toEqual(built.scores.map((score) => score?.first));
		},
	],
];

const written = (diagrams: Diagrams): string => JSON.stringify(packDiagrams(diagrams));

/** Rules in another order, branches in another order, points told in two parts. */
function reworded(random: Random, rules: RuleSet): RuleSet {
	const turn = (formula: Formula): Formula =>
		formula.kind === "in" ? formula : { ...formula, of: random.shuffle(formula.of).map(turn) };
	return {
		...rules,
		scores: rules.scores.map((score) => ({
			...score,
			ladders: random.shuffle(score.ladders),
			rules: random.shuffle(score.rules).flatMap((rule) => {
				const part = random.int(-3, 3);
				const when = turn(rule.when);
				return [
					{ ...rule, when, points: part },
					{ ...rule, when: turn(when), points: rule.points - part },
				];
			}),
		})),
		gates: random.shuffle(rules.gates).map((gate) => ({ ...gate, when: turn(gate.when) })),
	};
}
