/** Everything that the score says, as data. */
import type { PublishedCase } from "../../src/core/cases/case-file.ts";
import type { Curve } from "../../src/core/decision/confidence.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { makeRandom } from "../../src/core/statistics/random.ts";
import { type Candidates, readCandidates } from "../fit/read-candidates.ts";
import { baselines } from "./baselines.ts";
import { fitCurve } from "./calibration.ts";
import { crossValidate, type Validation } from "./cross-validation.ts";
import { dealFolds } from "./folds.ts";
import {
	judgeAsShipped,
	judgeByBaseline,
	judgeByOthers,
	judgeByRegression,
	type Row,
} from "./judges.ts";
import { listMisses, type Miss } from "./misses.ts";
import { lookAround, type Neighbors } from "./neighbors.ts";
import { makeSamples, type Sample } from "./sample-cases.ts";

export interface Score {
	cases: readonly PublishedCase[];
	/** Whether they are the cases that ship with the rules. */
	isBuiltIn: boolean;
	/** These rules: as they ship, and cross-validated. */
	shipped: Row;
	validated: Row;
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

const seed = 20_261_128;
const repetitions = 5;
const mostFolds = 10;

/** Cases as the fit sees them, and how they are dealt into folds: the same for the fit and the score. */
export interface Course {
	candidates: Candidates;
	samples: Sample[];
	/** The fold of each case, by repetition. */
	deals: number[][];
	folds: number;
}

export function prepareCourse(
	rules: RuleSet,
	cases: readonly PublishedCase[],
	candidates = readCandidates(rules),
): Course {
	const random = makeRandom(seed);
	const samples = makeSamples(rules, cases, { candidates, draws: 12, random });
	const strata = cases.map(({ kind, outcome }) => `${kind} ${outcome}`);
	const folds = Math.min(mostFolds, cases.length);
	const deals = Array.from({ length: repetitions }, () => dealFolds(strata, { folds, random }));
	return { candidates, samples, deals, folds };
}

export const validate = (rules: RuleSet, course: Course): Validation =>
	crossValidate(rules, course.samples, course);

/** `pool` are the cases that a decision shows: the others, unless told. */
export function measure(
	rules: RuleSet,
	cases: readonly PublishedCase[],
	{ isBuiltIn, pool = cases }: Pick<Score, "isBuiltIn"> & { pool?: readonly PublishedCase[] },
): Score {
	const course = prepareCourse(rules, cases);
	const { samples, deals, folds } = course;
	const { row, outcomes } = validate(rules, course);
	const { confidence } = rules.verdict;
	return {
		cases,
		isBuiltIn,
		shipped: judgeAsShipped(rules, samples, isBuiltIn),
		validated: row,
		others: [
			...baselines.map((baseline) => judgeByBaseline(baseline, samples)),
			judgeByRegression(rules, samples, deals),
			...(isBuiltIn ? [] : [judgeByOthers(rules, samples, prepareCourse(rules, pool).samples)]),
		],
		curves: { shipped: confidence, fitted: fitCurve(outcomes, confidence) },
		misses: listMisses(rules, samples),
		neighbors: lookAround(rules, cases, pool),
		folds,
		repetitions,
	};
}
