/** How sure a margin makes: one number, fitted to judgements of cases that nothing was fitted to. */
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
	return { point: Number(point.toFixed(2)), most };
}
