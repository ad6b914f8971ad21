/** Runs the program of a rule set over answers in words. */
import { generate } from "./generate.ts";
import { type Check, type Program, placesOf, reasonsOf } from "./program.ts";

/**
 * Evaluates the answers in `words` from `from` on, and writes what is known of them to `results`,
 * at the places of {@link placesOf}; what lies behind them stays as it is.
 */
export type Evaluate = (words: Int32Array, from: number, results: Int32Array) => void;

/** Adds one to `counts` for each reason that holds, in the order of {@link reasonsOf}. */
export type CountReasons = (words: Int32Array, from: number, counts: number[]) => void;

export interface Evaluator {
	evaluate: Evaluate;
	countReasons: CountReasons;
}

/** By code where code may be made, and step by step where not. */
export const makeEvaluator = (program: Program): Evaluator =>
	generate(program) ?? interpret(program);

/** The same without making code. */
export function interpret(program: Program): Evaluator {
	const { terms, weights, open, closed } = program;
	const places = placesOf(program);
	const reasons = reasonsOf(program);
	const evaluate: Evaluate = (words, from, results) => {
		const holds = (check: Check) => test(check, words, from);
		const bits = (gates: readonly Check[]) =>
			gates.reduce((sum, gate, place) => (holds(gate) ? sum | (1 << place) : sum), 0);
		results.fill(0, 0, places.size);
		const add = (place: number, points: number) => {
			results[place] = (results[place] as number) + points;
		};
		for (const { score, points } of terms.filter(({ check }) => holds(check))) {
			const weighted = points * (weights[score] as number);
			add(score, points);
			add(places.total, weighted);
			add(places.said, Math.abs(weighted));
		}
		results[places.open] = bits(open);
		results[places.closed] = bits(closed);
	};
	const countReasons: CountReasons = (words, from, counts) => {
		for (const [place, { check }] of reasons.entries())
			if (test(check, words, from)) counts[place] = (counts[place] as number) + 1;
	};
	return { evaluate, countReasons };
}

function test(check: Check, words: Int32Array, from: number): boolean {
	if ("of" in check) {
		const holds = (part: Check) => test(part, words, from);
		return check.kind === "all" ? check.of.every(holds) : check.of.some(holds);
	}
	const found = check.masks.some((mask, word) => ((words[from + word] as number) & mask) !== 0);
	return check.kind === "some" ? found : !found;
}
