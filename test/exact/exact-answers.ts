/** What the engine says of some answers, held against every completion of them. */

import { expect } from "vitest";
import { unlimited } from "../../src/core/budget.ts";
import { judge } from "../../src/core/decision/judge.ts";
import { buildDiagrams } from "../../src/core/diagram/build-diagrams.ts";
import { completionShares } from "../../src/core/diagram/completion-shares.ts";
import { rangeOf } from "../../src/core/diagram/ranges.ts";
import { buildVerdictDiagram, decidingFacts } from "../../src/core/diagram/verdict-diagram.ts";
import {
	clamp,
	decidingIn,
	firedIn,
	gateState,
	knownOf,
	listCells,
	type Row,
	rangeIn,
	shareIn,
	sideOf,
	verdictOf,
} from "./brute-force.ts";
import type { Property, Run } from "./random-runs.ts";

const sorted = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);

const near = (share: number) => expect.closeTo(share, 12);

/** Fine-tuning takes the points and every gate; the outlook takes the points alone. */
const aims = ({ model }: Run) => [
	{ closedToo: false, says: ({ total, open }: Row) => open && total >= model.threshold },
	{ closedToo: true, says: ({ total }: Row) => total >= model.threshold },
];

/** What is proved of the verdict and the outlook, by trying every completion. */
function proved(run: Run) {
	const [verdict, outlook] = aims(run).map(({ says }) => new Set(run.rows.map(says)));
	return { settled: verdict?.size === 1, outlookSettled: outlook?.size === 1 };
}

export const answerProperties: Property[] = [
	[
		"least and greatest total, by whether the gates are open",
		({ name, joint, masks, rows }) =>
			expect(rangeOf(joint, masks), name).toEqual({
				open: rangeIn(rows.filter(({ open }) => open).map(({ total }) => total)),
				closed: rangeIn(rows.filter(({ open }) => !open).map(({ total }) => total)),
			}),
	],
	[
		"a veto takes every total below the threshold",
		({ name, rows, model }) => {
			const vetoed = rows.filter(({ cells }) => model.veto.test.holds(cells));
			expect(
				vetoed.filter(({ total }) => total >= model.threshold),
				name,
			).toEqual([]);
		},
	],
	[
		"what is known for certain: points, gates, verdict, and whether every completion agrees",
		(run) => {
			const { name, rules, model, masks, rows, diagrams } = run;
			const known = knownOf(model, masks);
			const total = rangeIn(rows.map((row) => row.points));
			const points = clamp(known.points, total);
			const counted = clamp(known.counted, rangeIn(rows.map((row) => row.total)));
			const { settled, outlookSettled } = proved(run);
			const scores = known.scores.map((value, at) => {
				const range = rangeIn(rows.map((row) => row.scores[at] as number));
				return { points: clamp(value, range), ...range };
			});
			const judged = judge(rules, diagrams, masks);
			expect(
				{ ...judged, scores: judged.scores.map(({ fired: _, ...score }) => score) },
				name,
			).toEqual({
				total: { points, ...total },
				scores,
				gates: model.gates.map((gate) => gateState(gate, masks)),
				isVetoed: known.isVetoed,
				outlook: sideOf(counted >= model.threshold),
				verdict: verdictOf(model, run.table, masks),
				settled,
				outlookSettled,
				exact: true,
			});
			const fired = judged.scores.map((score) => score.fired.map((one) => one.points).sort());
			expect(fired, name).toEqual(model.scores.map((score) => firedIn(score, masks).sort()));
		},
	],
	[
		"shares of the completions, over all and for each cell of each fact",
		(run) => {
			const { name, joint, masks, rows, model } = run;
			for (const { closedToo, says } of aims(run)) {
				const { share, byFact } = completionShares(joint, masks, {
					threshold: model.threshold,
					closedToo,
				});
				expect(share, name).toBeCloseTo(shareIn(rows, says), 12);
				const open = [...masks.keys()].filter(
					(fact) => listCells(masks[fact] as number).length > 1,
				);
				// A fact that is not reported leaves the share as it is.
				const found = open.map((fact) => {
					const cells = listCells(masks[fact] as number);
					const shares = byFact.find((one) => one.fact === fact)?.shares;
					return { fact, shares: shares ?? cells.map((cell) => ({ cell, share })) };
				});
				const expected = open.map((fact) => ({
					fact,
					shares: listCells(masks[fact] as number).map((cell) => ({
						cell,
						share: near(
							shareIn(
								rows.filter(({ cells }) => cells[fact] === cell),
								says,
							),
						),
					})),
				}));
				expect(found, name).toEqual(expected);
				expect(open, name).toEqual(expect.arrayContaining(byFact.map(({ fact }) => fact)));
			}
		},
	],
	[
		"the facts that can change the verdict or the outlook",
		(run) => {
			const { name, joint, masks, rows, model } = run;
			for (const { closedToo, says } of aims(run)) {
				const query = { threshold: model.threshold, closedToo };
				const diagram = buildVerdictDiagram(joint, masks, query, unlimited);
				expect(sorted(decidingFacts(diagram)), name).toEqual(decidingIn(rows, masks.length, says));
			}
		},
	],
	[
		"past the cap: bounds hold the exact range, and nothing is claimed that is not so",
		(run) => {
			const { name, rules, masks, rows, model } = run;
			const exact = judge(rules, run.diagrams, masks);
			const truth = proved(run);
			const cap = 2 + (name.length % 5);
			const diagrams = { ...buildDiagrams(rules, { answered: masks, cap }), joint: undefined };
			const judged = judge(rules, diagrams, masks);
			const ranges = [...judged.scores, judged.total];
			const exactly = [...exact.scores, exact.total];
			const { settled, outlookSettled, outlook } = judged;
			expect(
				{
					holds: ranges.map(({ min, max }, at) => {
						const range = exactly[at] as typeof judged.total;
						return min <= range.min && range.max <= max;
					}),
					within: ranges.map(({ min, max, points }) => min <= points && points <= max),
					exact: judged.exact,
					gates: judged.gates,
					falselySettled: settled && !(truth.settled && judged.verdict === exact.verdict),
					falselySettledOutlook:
						outlookSettled &&
						!(
							truth.outlookSettled && outlook === sideOf((rows[0] as Row).total >= model.threshold)
						),
				},
				name,
			).toEqual({
				holds: ranges.map(() => true),
				within: ranges.map(() => true),
				exact: false,
				gates: exact.gates,
				falselySettled: false,
				falselySettledOutlook: false,
			});
		},
	],
];
