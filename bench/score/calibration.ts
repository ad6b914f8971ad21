/** How sure a margin makes, and a veto: fitted to judgements of cases that nothing was fitted to. */
import type { Curve } from "../../src/core/decision/confidence.ts";
import type { Said } from "../fit/learn.ts";
import { chanceAt } from "../fit/sample.ts";

/** A judgement, and whether it was right. */
export interface Outcome extends Said {
	right: boolean;
}

const steps = 50;

/** The log odds of being right that each point of margin brings, by Newton's method; never less than none. */
export function fitCurve(outcomes: readonly Outcome[], { most }: Pick<Curve, "most">): Curve {
	return { point: fitPoint(outcomes), vetoed: fitVeto(outcomes, most), most };
}

/** How often a veto was right; two that were and two that were not come on top, for there are few. */
function fitVeto(outcomes: readonly Outcome[], most: number): number {
	const vetoed = outcomes.filter(({ isVetoed }) => isVetoed);
	const right = vetoed.filter((one) => one.right).length;
	return Math.min(most, Number(((right + 2) / (vetoed.length + 4)).toFixed(2)));
}

function fitPoint(outcomes: readonly Outcome[]): number {
	const told = outcomes.filter(({ isVetoed }) => !isVetoed);
	let point = 0;
	for (let step = 0; step < steps; step += 1) {
		let slope = 0;
		let curve = 1e-9;
		for (const { margin, right } of told) {
			const chance = chanceAt(point * margin);
			slope += margin * (chance - Number(right));
			curve += margin ** 2 * chance * (1 - chance);
		}
		point = Math.max(0, point - slope / curve);
	}
	return Number(point.toFixed(2));
}
