/** The curve from what a decision rests on to its confidence: fitted so that it errs on the side of doubt. */
import { marginShare, probabilityOf } from "../../src/core/decision/confidence.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { fitLogistic, type Sample } from "./logistic.ts";
import type { Weighed } from "./weigh.ts";

export type Curve = RuleSet["verdict"]["confidence"];

/** A decision, whether it was right, and how much it counts. */
export interface Outcome extends Weighed {
	right: boolean;
	weight: number;
}

const penalty = 0.02;
/** Standard errors from the middle to the lower end of an 80 % interval. */
const caution = 1.28;

/**
 * A logistic curve that never falls where more speaks for the outlook. Its base is lowered
 * to what the cases still bear out: the rules were written with them in view, and a
 * confidence that is too high costs more than one that is too low.
 */
export function fitCurve(outcomes: readonly Outcome[], kept: Pick<Curve, "doubt" | "most">): Curve {
	const features = [
		({ inputs }: Outcome) => marginShare(inputs, kept.doubt),
		({ inputs }: Outcome) => inputs.agree - 0.5,
	];
	const attempts = [[0, 1], [0], [1], []];
	for (const used of attempts) {
		const samples = outcomes.map(
			(outcome): Sample => ({
				columns: used.map((_, place) => place),
				values: used.map((feature) => features[feature]?.(outcome) ?? 0),
				target: outcome.right ? 1 : 0,
				weight: outcome.weight,
			}),
		);
		const { coefficients, intercept, doubt } = fitLogistic(samples, {
			columns: used.length,
			penalty,
		});
		if (coefficients.some((value) => value < 0)) continue;
		const of = (feature: number) => round(coefficients[used.indexOf(feature)] ?? 0);
		return { ...kept, base: round(intercept - caution * doubt), margin: of(0), share: of(1) };
	}
	throw new Error("The curve without coefficients always fits.");
}

const round = (value: number): number => Number(value.toFixed(2));

/** As a decision prints it. */
export const confidenceAt = (curve: Curve, { inputs }: Weighed): number =>
	Number(probabilityOf(curve, inputs).toFixed(2));
