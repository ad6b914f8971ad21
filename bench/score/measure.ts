/** Everything that the score says, as data. */
import type { PublishedCase } from "../../src/core/cases/case-file.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { baselines } from "./baselines.ts";
import { type Curve, fitCurve } from "./calibration.ts";
import { crossValidate, shapeOf } from "./cross-validation.ts";
import { dealFolds } from "./folds.ts";
import { judgeAsShipped, judgeByBaseline, judgeByRegression, type Row } from "./judges.ts";
import { listMisses, type Miss } from "./misses.ts";
import { lookAround, type Neighbors } from "./neighbors.ts";
import { makeRandom } from "./random.ts";
import { makeSamples } from "./sample-cases.ts";
import { termsOf } from "./terms.ts";

export interface Score {
	cases: readonly PublishedCase[];
	/** Whether they are the cases that ship with the rules. */
	isBuiltIn: boolean;
	/** These rules: as they ship, cross-validated, and with points from the signs alone. */
	shipped: Row;
	validated: Row;
	signs: Row;
	/** What else one could go by. */
	others: Row[];
	/** The curve that ships, and the one that the cases give now. */
	curves: { shipped: Curve; fitted: Curve };
	misses: Miss[];
	/** The nearest cases that a decision would show beside each case. */
	neighbors: Neighbors[];
	folds: number;
	repetitions: number;
}

const seed = 20_261_122;
const repetitions = 5;
const mostFolds = 10;

/** `pool` are the cases that a decision shows: the others, unless told. */
export function measure(
	rules: RuleSet,
	cases: readonly PublishedCase[],
	{ isBuiltIn, pool = cases }: Pick<Score, "isBuiltIn"> & { pool?: readonly PublishedCase[] },
): Score {
	const random = makeRandom(seed);
	const samples = makeSamples(rules, cases, { draws: repetitions, random });
	const strata = cases.map(({ kind, outcome }) => `${kind} ${outcome}`);
	const folds = Math.min(mostFolds, cases.length);
	const deals = Array.from({ length: repetitions }, () => dealFolds(strata, { folds, random }));
	const points = termsOf(rules).map((term) => term.points);
	const validated = crossValidate(rules, samples, {
		name: "these rules, cross-validated",
		reads:
			"points, threshold and confidence fitted again without the case, but drawn to the points that ship, which were set with it in view",
		prior: points,
		deals,
	});
	const signs = crossValidate(rules, samples, {
		name: "cross-validated, points from signs alone",
		reads:
			"stricter: drawn to one point for each rule; only the rules, their direction and the weights of the scores are kept",
		prior: points.map(Math.sign),
		deals,
		diagram: false,
	});
	return {
		cases,
		isBuiltIn,
		shipped: judgeAsShipped(rules, samples),
		validated: validated.row,
		signs: signs.row,
		others: [
			...baselines.map((baseline) => judgeByBaseline(baseline, samples)),
			judgeByRegression(rules, samples, deals),
		],
		curves: {
			shipped: rules.verdict.confidence,
			fitted: fitCurve(validated.outcomes, shapeOf(rules)),
		},
		misses: listMisses(rules, samples),
		neighbors: lookAround(rules, cases, pool),
		folds,
		repetitions,
	};
}
