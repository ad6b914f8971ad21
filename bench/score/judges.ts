/** Everybody who judges the cases: the rules as they ship, the baselines, and what each fold teaches. */

import { sizeOf } from "../../src/core/answers/domain.ts";
import { confidenceAt, confidenceInputs } from "../../src/core/decision/confidence.ts";
import { judge } from "../../src/core/decision/judge.ts";
import { diagramsOf } from "../../src/core/diagram/packed-diagrams.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { weightOf } from "../fit/learn.ts";
import { fitRegression } from "../fit/regression.ts";
import { chanceAt } from "../fit/sample.ts";
import type { Baseline } from "./baselines.ts";
import type { Judged } from "./metrics.ts";
import { columnsOf } from "./one-hot.ts";
import { knownFacts, type Sample, type View } from "./sample-cases.ts";

export interface Row {
	name: string;
	/** How to read the name. */
	reads: string;
	full: Judged[];
	/** With all but a few facts of each case hidden: a list for each number of `knownFacts`. */
	few: Judged[][];
}

interface Saying {
	tune: boolean;
	/** A rule of thumb does not say. */
	confidence?: number;
}

export const judgedOf = ({ published, tune }: Sample, said: Saying): Judged => ({
	of: published,
	right: said.tune === tune,
	...(said.confidence !== undefined && { confidence: said.confidence }),
});

/** Judges every view of every case. */
function rowOf(
	about: Pick<Row, "name" | "reads">,
	samples: readonly Sample[],
	say: (view: View) => Saying,
): Row {
	return {
		...about,
		full: samples.map((sample) => judgedOf(sample, say(sample.full))),
		few: knownFacts.map((_, number) =>
			samples.flatMap((sample) =>
				(sample.few[number] as View[]).map((view) => judgedOf(sample, say(view))),
			),
		),
	};
}

export function judgeAsShipped(
	rules: RuleSet,
	samples: readonly Sample[],
	isBuiltIn: boolean,
): Row {
	const about = {
		name: "these rules, as they ship",
		reads: isBuiltIn
			? "flatters: they were fitted to these cases"
			: "the test, where nobody who wrote them has seen these cases",
	};
	const diagrams = diagramsOf(rules);
	return rowOf(about, samples, ({ masks }) => {
		const judgement = judge(rules, diagrams, masks);
		return {
			tune: judgement.outlook === "fine-tuning",
			confidence: confidenceAt(rules.verdict.confidence, confidenceInputs(rules, judgement)),
		};
	});
}

export const judgeByBaseline = (
	{ name, reads, tunes }: Baseline,
	samples: readonly Sample[],
): Row => rowOf({ name, reads }, samples, ({ answers }) => ({ tune: tunes(answers) }));

/** C = 0.15, as usually written. */
const penalty = 0.5 / 0.15;

/** A plain regression on some cases: a column for each value of each fact, industry twice a paper. */
function learnRegression(rules: RuleSet, samples: readonly Sample[]): (view: View) => Saying {
	const columns = rules.domains.reduce((sum, domain) => sum + sizeOf(domain), 0);
	const rows = samples.map(({ full, tune, published }) => ({
		terms: columnsOf(rules, full.masks),
		offset: 0,
		tune,
		weight: weightOf[published.kind],
	}));
	const signs = new Array<0>(columns).fill(0);
	const { coefficients, intercept } = fitRegression(rows, { signs, penalty });
	return ({ masks }) => {
		const odds = columnsOf(rules, masks).reduce(
			(sum, column) => sum + (coefficients[column] as number),
			intercept,
		);
		return { tune: odds >= 0, confidence: chanceAt(Math.abs(odds)) };
	};
}

/** Learns from cases that are not judged. */
export const judgeByOthers = (
	rules: RuleSet,
	samples: readonly Sample[],
	others: readonly Sample[],
): Row =>
	rowOf(
		{
			name: "logistic regression, on the cases that ship",
			reads: "a column for each value of each fact, L2 penalty (C = 0.15), industry twice a paper",
		},
		samples,
		learnRegression(rules, others),
	);

/** Learns from the cases of the other folds; `deals` are the folds of each repetition. */
export function judgeByRegression(
	rules: RuleSet,
	samples: readonly Sample[],
	deals: readonly number[][],
): Row {
	const row: Row = {
		name: "logistic regression on the facts",
		reads:
			"a column for each value of each fact, L2 penalty (C = 0.15), industry twice a paper, on the same folds",
		full: [],
		few: knownFacts.map(() => []),
	};
	for (const [repetition, foldOf] of deals.entries())
		for (const fold of new Set(foldOf)) {
			const others = samples.filter((_, index) => foldOf[index] !== fold);
			const say = learnRegression(rules, others);
			for (const sample of samples.filter((_, index) => foldOf[index] === fold)) {
				row.full.push(judgedOf(sample, say(sample.full)));
				for (const [number, views] of sample.few.entries())
					row.few[number]?.push(judgedOf(sample, say(views[repetition] as View)));
			}
		}
	return row;
}
