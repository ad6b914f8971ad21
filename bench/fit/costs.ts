/** What points set by hand cost, and whether pairs of facts would bring anything: measured on cases that were not fitted to. */
import type { PublishedCase } from "../../src/core/cases/case-file.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { type Course, prepareCourse, validate } from "../score/measure.ts";
import { brier, type Judged, mean } from "../score/metrics.ts";
import type { Candidates, Override } from "./read-candidates.ts";

export interface Cost {
	override: Override;
	/** The Brier score of industry cases with it, less the one without. */
	brier: number;
}

const industryOf = (rules: RuleSet, course: Course): Judged[] =>
	validate(rules, course).row.full.filter(({ of }) => of.kind === "industry");

/** Each left out in turn, the others kept. */
export function costsOfOverrides(
	rules: RuleSet,
	cases: readonly PublishedCase[],
	course: Course,
): Cost[] {
	const all = brier(industryOf(rules, course)) ?? Number.NaN;
	const { candidates } = course;
	return candidates.overrides.map((override) => {
		const overrides = candidates.overrides.filter((one) => one !== override);
		const without = industryOf(rules, prepareCourse(rules, cases, { ...candidates, overrides }));
		return { override, brier: roundBrier(all - (brier(without) ?? Number.NaN)) };
	});
}

/** Ten thousandths: less is not told apart. */
const roundBrier = (value: number): number => Number(value.toFixed(4)) + 0;

export interface Trial {
	id: string;
	/** How much lower the Brier score of industry cases is with it. */
	gain: number;
	/** The standard error of that. */
	doubt: number;
}

/** A pair enters once it gains more than its standard error. */
export const isWorthIt = ({ gain, doubt }: Trial): boolean => gain > doubt;

export function tryInteractions(
	rules: RuleSet,
	cases: readonly PublishedCase[],
	course: Course,
): Trial[] {
	const { candidates } = course;
	const without = squaresOf(industryOf(rules, course));
	return candidates.interactions.map((one) => {
		const more: Candidates = { ...candidates, candidates: [...candidates.candidates, one] };
		const squares = squaresOf(industryOf(rules, prepareCourse(rules, cases, more)));
		const gains = [...without].map(([id, square]) => square - (squares.get(id) as number));
		const gain = mean(gains) ?? 0;
		const spread = mean(gains.map((value) => (value - gain) ** 2)) ?? 0;
		return { id: one.id, gain, doubt: Math.sqrt(spread / gains.length) };
	});
}

/** By case: its squared distance, over all repetitions. */
function squaresOf(judged: readonly Judged[]): Map<string, number> {
	const byCase = new Map<string, number[]>();
	for (const { of, right, confidence = 0 } of judged)
		byCase.set(of.id, [...(byCase.get(of.id) ?? []), (confidence - Number(right)) ** 2]);
	return new Map([...byCase].map(([id, squares]) => [id, mean(squares) ?? 0]));
}
