/** Everybody who judges the cases: these rules as they ship, the baselines, and a regression on the facts. */
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import type { Baseline } from "./baselines.ts";
import { confidenceAt } from "./calibration.ts";
import type { Judged } from "./metrics.ts";
import { learnFacts } from "./one-hot.ts";
import type { Sample, View } from "./sample-cases.ts";
import { pointsOf, scalesOf, weigh } from "./weigh.ts";

export interface Row {
	name: string;
	/** How to read the name. */
	reads: string;
	full: Judged[];
	/** With all but a few facts of each case hidden. */
	few: Judged[];
}

/** One judgement; without a chance it is a rule of thumb. */
export const judgedOf = (
	{ published, tune }: Sample,
	said: { tune: boolean; confidence?: number },
): Judged => ({
	of: published,
	right: said.tune === tune,
	...(said.confidence !== undefined && { confidence: said.confidence }),
});

/** Judges every view of every case. */
function rowOf(
	about: Pick<Row, "name" | "reads">,
	samples: readonly Sample[],
	say: (view: View) => { tune: boolean; confidence?: number },
): Row {
	return {
		...about,
		full: samples.map((sample) => judgedOf(sample, say(sample.full))),
		few: samples.flatMap((sample) => sample.few.map((view) => judgedOf(sample, say(view)))),
	};
}

export function judgeAsShipped(rules: RuleSet, samples: readonly Sample[]): Row {
	const scales = scalesOf(rules, pointsOf(rules));
	const about = {
		name: "these rules, as they ship",
		reads: "flatters where the cases were in view when the rules were written",
	};
	return rowOf(about, samples, (view) => {
		const weighed = weigh(scales, view);
		return { tune: weighed.tune, confidence: confidenceAt(rules.verdict.confidence, weighed) };
	});
}

export const judgeByBaseline = (
	{ name, reads, tunes }: Baseline,
	samples: readonly Sample[],
): Row => rowOf({ name, reads }, samples, ({ answers }) => ({ tune: tunes(answers) }));

/** Learns from the cases of the other folds; `deals` are the folds of each repetition. */
export function judgeByRegression(
	rules: RuleSet,
	samples: readonly Sample[],
	deals: readonly number[][],
): Row {
	const row: Row = {
		name: "logistic regression on the facts",
		reads: "L2 penalty, cross-validated on the same folds",
		full: [],
		few: [],
	};
	for (const [repetition, foldOf] of deals.entries())
		for (const fold of new Set(foldOf)) {
			const others = samples.filter((_, index) => foldOf[index] !== fold);
			const chanceOf = learnFacts(
				rules,
				others.map(({ full, tune }) => ({ masks: full.masks, tune })),
			);
			const say = ({ masks }: View) => {
				const chance = chanceOf(masks);
				return { tune: chance >= 0.5, confidence: Math.max(chance, 1 - chance) };
			};
			for (const sample of samples.filter((_, index) => foldOf[index] === fold)) {
				row.full.push(judgedOf(sample, say(sample.full)));
				row.few.push(judgedOf(sample, say(sample.few[repetition] as View)));
			}
		}
	return row;
}
