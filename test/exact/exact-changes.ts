/** The fewest changes that turn a verdict, and what must not depend on how a rule set is written down. */
import { expect } from "vitest";
import { type Movers, movers } from "../../src/core/answers/moves.ts";
import { reachableBy } from "../../src/core/decision/turning-changes.ts";
import { buildDiagrams, buildJoint, type Diagrams } from "../../src/core/diagram/build-diagrams.ts";
import { type Change, findFlips } from "../../src/core/diagram/flips.ts";
import {
	attachDiagrams,
	diagramsOf,
	packDiagrams,
} from "../../src/core/diagram/packed-diagrams.ts";
import { sides } from "../../src/core/side.ts";
import { type Assignment, choices, fewestChanges, listCells, sideByPoints } from "./brute-force.ts";
import { randomOf } from "./random-rules.ts";
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

/** Each verdict to come to, by each who may change answers. */
const directions = sides.flatMap((to) => movers.map((by) => ({ to, by })));

const flipsOf = (
	{ joint, masks, model, rules }: Run,
	{ to, by }: { to: (typeof sides)[number]; by: Movers },
) =>
	findFlips(joint, {
		threshold: model.threshold,
		to,
		masks,
		reachable: reachableBy(by, rules, masks),
	});

export const changeProperties: Property[] = [
	[
		"fewest changes: all of them, none smaller, and each cell of each one does it",
		(run) => {
			const { name, model, masks } = run;
			for (const { to, by } of directions) {
				const holds = (changed: number[]) => sideByPoints(model, changed) === to;
				const found = flipsOf(run, { to, by });
				// By what is known the verdict is there already: nothing to change.
				const fewest = holds([...masks]) ? [] : fewestChanges(model, masks, { holds, by });
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
		// All else is held against every completion, whatever the order.
		"any order of the facts gives the same changes, in the same order",
		(run) => {
			const { name, rules, masks } = run;
			const other = { ...rules, order: randomOf(name.length).shuffle(rules.order) };
			const joint = buildJoint(other, { answered: masks });
			if (!joint) throw new Error(`${name}: too large`);
			for (const direction of directions)
				expect(flipsOf({ ...run, joint }, direction), name).toEqual(flipsOf(run, direction));
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
			const { joint, total, scores } = diagramsOf(shipped);
			expect(written({ joint, total, scores }), name).toBe(written(built));
			expect(joint?.first, name).toEqual(built.joint?.first);
			expect(
				scores.map((score) => score?.first),
				name,
			).toEqual(built.scores.map((score) => score?.first));
		},
	],
];

const written = (diagrams: Diagrams): string => JSON.stringify(packDiagrams(diagrams));
