/** The whole procedure judged by cases that it has not seen: terms, points, threshold and confidence come from the other folds. */

import { type Curve, confidenceAt } from "../../src/core/decision/confidence.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { learnScorecard, type Said, say } from "../fit/learn.ts";
import type { Candidates } from "../fit/read-candidates.ts";
import { fitCurve, type Outcome } from "./calibration.ts";
import { judgedOf, type Row } from "./judges.ts";
import { knownFacts, type Sample, type View } from "./sample-cases.ts";

export interface Validation {
	row: Row;
	/** Every case out of its fold, in every repetition: what the curve that ships is fitted to. */
	outcomes: Outcome[];
}

/** A case that was not fitted to, by the scorecard of the others. */
interface Held {
	sample: Sample;
	fold: number;
	full: Said;
	few: Said[];
}

export function crossValidate(
	{ verdict }: Pick<RuleSet, "verdict">,
	samples: readonly Sample[],
	{ candidates, deals }: { candidates: Candidates; deals: readonly number[][] },
): Validation {
	const row: Row = {
		name: "these rules, cross-validated",
		reads:
			"terms, points, threshold and confidence are fitted without the case; only the list of candidates, their sides, the vetoes and the points set by hand are kept",
		full: [],
		few: knownFacts.map(() => []),
	};
	const outcomes: Outcome[] = [];
	for (const [repetition, foldOf] of deals.entries()) {
		const held = holdOut(samples, { candidates, foldOf, repetition });
		for (const fold of new Set(foldOf)) {
			const others = held.filter((one) => one.fold !== fold).flatMap(outcomesOf);
			const curve = fitCurve(others, verdict.confidence);
			for (const one of held.filter((each) => each.fold === fold)) judge(one, curve, row);
		}
		outcomes.push(...held.flatMap(outcomesOf));
	}
	return { row, outcomes };
}

function holdOut(
	samples: readonly Sample[],
	{
		candidates,
		foldOf,
		repetition,
	}: { candidates: Candidates; foldOf: readonly number[]; repetition: number },
): Held[] {
	return [...new Set(foldOf)].flatMap((fold) => {
		const others = samples.filter((_, index) => foldOf[index] !== fold);
		const card = learnScorecard(others, candidates);
		return samples
			.filter((_, index) => foldOf[index] === fold)
			.map((sample) => ({
				sample,
				fold,
				full: say(card, sample.full),
				few: sample.few.map((views) => say(card, views[repetition] as View)),
			}));
	});
}

/** With all facts and with few; here a paper counts as much as any case, which errs on the side of doubt. */
const outcomesOf = ({ sample, full, few }: Held): Outcome[] =>
	[full, ...few].map((said) => ({ ...said, right: said.tune === sample.tune }));

function judge({ sample, full, few }: Held, curve: Curve, row: Row): void {
	const judged = (said: Said) =>
		judgedOf(sample, { tune: said.tune, confidence: confidenceAt(curve, said) });
	row.full.push(judged(full));
	for (const [number, said] of few.entries()) row.few[number]?.push(judged(said));
}
