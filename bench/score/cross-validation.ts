/** The rules judged by cases that nothing was fitted to: points, threshold and confidence are fitted without them. */
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { type Curve, confidenceAt, fitCurve, type Outcome } from "./calibration.ts";
import { judgedOf, type Row } from "./judges.ts";
import { refitPoints } from "./refit.ts";
import type { Sample, View } from "./sample-cases.ts";
import { termsOf } from "./terms.ts";
import { scalesOf, type Weighed, weigh } from "./weigh.ts";

export interface Validation {
	row: Row;
	/** Every case out of its fold, in every repetition: what the curve that ships is fitted to. */
	outcomes: Outcome[];
}

/** A case that was not fitted to, by the rules fitted to the others. */
interface Held {
	sample: Sample;
	fold: number;
	full: Weighed;
	few: Weighed;
}

/** A decision from few facts counts half of one from all of them. */
const fewCount = 0.5;

export function crossValidate(
	rules: RuleSet,
	samples: readonly Sample[],
	options: Pick<Row, "name" | "reads"> & {
		prior: readonly number[];
		deals: readonly number[][];
		diagram?: boolean;
	},
): Validation {
	const { name, reads, prior, deals, diagram = true } = options;
	const row: Row = { name, reads, full: [], few: [] };
	const outcomes: Outcome[] = [];
	for (const [repetition, foldOf] of deals.entries()) {
		const held = holdOut(rules, samples, { prior, foldOf, repetition, diagram });
		for (const fold of new Set(foldOf)) {
			const others = held.filter((one) => one.fold !== fold).flatMap((one) => outcomesOf(one, 1));
			const curve = fitCurve(others, shapeOf(rules));
			for (const one of held.filter((each) => each.fold === fold)) {
				row.full.push(judge(one, "full", curve));
				row.few.push(judge(one, "few", curve));
			}
		}
		outcomes.push(...held.flatMap((one) => outcomesOf(one, 1 / deals.length)));
	}
	return { row, outcomes };
}

/** What is set by hand, and not fitted. */
export function shapeOf({ verdict }: RuleSet): Pick<Curve, "doubt" | "most"> {
	const { doubt, most } = verdict.confidence;
	return { doubt, most };
}

function holdOut(
	rules: RuleSet,
	samples: readonly Sample[],
	options: {
		prior: readonly number[];
		foldOf: readonly number[];
		repetition: number;
		diagram: boolean;
	},
): Held[] {
	const { prior, foldOf, repetition, diagram } = options;
	const terms = termsOf(rules);
	const { threshold } = rules.verdict;
	return [...new Set(foldOf)].flatMap((fold) => {
		const others = samples.filter((_, index) => foldOf[index] !== fold);
		const examples = others.map(({ full, tune }) => ({ view: full, tune }));
		const scales = scalesOf(rules, refitPoints(examples, { terms, prior, threshold }), { diagram });
		return samples
			.filter((_, index) => foldOf[index] === fold)
			.map((sample) => ({
				sample,
				fold,
				full: weigh(scales, sample.full),
				few: weigh(scales, sample.few[repetition] as View),
			}));
	});
}

const outcomesOf = ({ sample, full, few }: Held, weight: number): Outcome[] => [
	{ ...full, right: full.tune === sample.tune, weight },
	{ ...few, right: few.tune === sample.tune, weight: weight * fewCount },
];

const judge = (held: Held, view: "full" | "few", curve: Curve) =>
	judgedOf(held.sample, {
		tune: held[view].tune,
		confidence: confidenceAt(curve, held[view]),
	});
