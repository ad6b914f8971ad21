/** Whole decisions, from answers as people write them, held against every completion. */
import { expect } from "vitest";
import { masksOf } from "../../src/core/answers/answers.ts";
import { type Domain, formatCells } from "../../src/core/answers/domain.ts";
import { decide } from "../../src/core/decision/decide.ts";
import type { Side } from "../../src/core/side.ts";
import {
	choices,
	decidingIn,
	fewestChanges,
	listCells,
	type Row,
	shareIn,
	sideByPoints,
	verdictOf,
} from "./brute-force.ts";
import { answersOf, type Property, type Run } from "./random-runs.ts";

const isYes =
	({ model }: Run) =>
	({ total, open }: Row) =>
		open && total >= model.threshold;

const verdictFor = (run: Run, masks: readonly number[]): Side =>
	verdictOf(run.model, run.table, masks);

const decided = new WeakMap<Run, ReturnType<typeof decide>>();

/** A check for rule sets in the language: only they have answers as people write them. */
const spoken =
	(check: (run: Run, decision: ReturnType<typeof decide>) => void) =>
	(run: Run): void => {
		if (!run.raw) return;
		const decision = decided.get(run) ?? decide(run.rules, answersOf(run));
		decided.set(run, decision);
		check(run, decision);
	};

export const decisionProperties: Property[] = [
	[
		"answers as people write them become the cells that they mean",
		spoken((run) => expect(masksOf(run.rules, answersOf(run)), run.name).toEqual(run.masks)),
	],
	[
		"a decision: verdict, whether it is settled, and the share of completions",
		spoken((run, { verdict, settled, completions }) => {
			const yes = run.rows.filter(isYes(run)).length;
			expect({ verdict, settled }, run.name).toEqual({
				verdict: verdictFor(run, run.masks),
				settled: yes === 0 || yes === run.rows.length,
			});
			expect(completions?.verdict, run.name).toBeCloseTo(shareIn(run.rows, isYes(run)), 11);
		}),
	],
	[
		"of every unknown fact: whether it could turn the verdict, and whether alone",
		spoken((run, { unknown }) => {
			const { name, rules, masks, rows } = run;
			const deciding = decidingIn(rows, masks.length, isYes(run));
			const now = verdictFor(run, masks);
			for (const { fact: id, couldFlip, alone } of unknown) {
				const fact = rules.domains.findIndex((domain) => domain.fact === id);
				const turns = listCells(masks[fact] as number).some(
					(cell) => verdictFor(run, masks.with(fact, 2 ** cell)) !== now,
				);
				expect({ couldFlip, alone }, `${name}: ${id}`).toEqual({
					couldFlip: deciding.includes(fact),
					alone: deciding.includes(fact) && turns,
				});
			}
			const open = rules.domains.filter((_, fact) => listCells(masks[fact] as number).length > 1);
			const listed = unknown.map(({ fact }) => fact);
			expect(listed, name).toEqual(expect.arrayContaining(open.map(({ fact }) => fact)));
		}),
	],
	[
		"changes that are offered turn the verdict whichever of their cells are taken",
		spoken((run, { flips, verdict }) => {
			const { name, model, masks } = run;
			const holds = (changed: number[]) => sideByPoints(model, changed) !== verdict;
			// Fewest by what counts: a verdict that rests on its range alone may take fewer.
			const fewestBy = (by: "team" | "anyone") =>
				flips.length > 0 && !holds([...masks])
					? fewestChanges(model, masks, { holds, by })[0]?.length
					: undefined;
			const fewest = { team: fewestBy("team"), anyone: fewestBy("anyone") };
			expect(flips, name).toEqual([...flips].sort((a, b) => Number(a.given) - Number(b.given)));
			for (const { changes, given } of flips) {
				expect(changes.length, name).toBe(given ? fewest.anyone : fewest.team);
				const moves = changes.map(({ fact }) => run.rules.questions[fact]?.moves);
				expect(moves.includes("given"), name).toBe(given);
				expect(moves, name).not.toContain("never");
				const cells = changes.map(({ fact, to }) => cellsSaid(run, fact, to));
				for (const choice of choices(cells.map(({ cells }) => cells))) {
					const changed = [...masks];
					for (const [at, { fact }] of cells.entries()) changed[fact] = 2 ** (choice[at] as number);
					expect(verdictFor(run, changed), `${name}: ${choice}`).not.toBe(verdict);
				}
			}
		}),
	],
];

/** The cells that a wording stands for. */
function cellsSaid({ rules, model }: Run, id: string, wording: string) {
	const fact = rules.domains.findIndex((domain) => domain.fact === id);
	const domain = rules.domains[fact] as Domain;
	const sets = [...Array(2 ** (model.sizes[fact] as number)).keys()];
	const [mask = 0] = sets.filter((set) => formatCells(domain, set) === wording);
	return { fact, cells: listCells(mask) };
}
