/**
 * The door to this room: verdict, outlook, strength and points of answer after answer, without the
 * rest of a decision. What is known is evaluated as it stands, and so are two completions of it,
 * one towards each side: as examples they nearly always prove that what is known is also what is
 * decided.
 */

import type { Cells } from "../answers/domain.ts";
import { confidenceAt, marginOf, strengthOf } from "../decision/confidence.ts";
import type { Decision } from "../decision/decision.ts";
import { clamp, conclude, type GateState, sideOf } from "../decision/judge.ts";
import { diagramsOf } from "../diagram/packed-diagrams.ts";
import { rangeOf } from "../diagram/ranges.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { makeFillWords, placesOfWords } from "./complete-answers.ts";
import { makeEvaluator } from "./evaluate.ts";
import { makeProgram, placesOf } from "./program.ts";

/** What a decision says first. */
type QuickVerdict = Pick<Decision, "verdict" | "outlook"> & { points: number };

export interface QuickDecider {
	/** @param masks the cells that are still possible, by fact number */
	decide(masks: readonly Cells[]): QuickVerdict;
	/** Of what was last decided. */
	strength(): Decision["strength"];
	/** Of what was last decided, by gate. */
	gates(): GateState[];
	/** Adds one for each reason of what was last decided, by its place in `listCounted`. */
	countReasons(counts: number[]): void;
}

/** Undefined for rule sets that are too large or too entangled for it. */
export function makeQuickDecider(rules: RuleSet): QuickDecider | undefined {
	const program = makeProgram(rules);
	const { joint, total: sums } = diagramsOf(rules);
	if (!program || !joint || !sums) return undefined;
	const { threshold } = rules.verdict;
	const { evaluate, countReasons } = makeEvaluator(program);
	const fillWords = makeFillWords(rules, program.layout, joint);
	const from = placesOfWords(program.layout);
	const words = new Int32Array(from.size);
	const places = placesOf(program);
	const known = new Int32Array(places.size);
	const high = new Int32Array(places.size);
	const low = new Int32Array(places.size);
	const allOpen = 2 ** rules.gates.length - 1;
	let last: QuickVerdict;

	/** The total without what a veto takes from it. */
	const pointsOf = (results: Int32Array) =>
		(results[places.total] as number) - (results[places.veto] as number);

	/** Whether completions on both sides prove that the known points are possible, and their verdict is. */
	const isProved = (points: number): boolean => {
		evaluate(words, from.towardTuning, high);
		evaluate(words, from.towardPrompts, low);
		const least = low[places.total] as number;
		if (least > points || (high[places.total] as number) < points) return false;
		if (pointsOf(low) > pointsOf(known) || pointsOf(high) < pointsOf(known)) return false;
		// Below the threshold the low example agrees.
		if (points < threshold) return true;
		// Each gate may be presumed open, and still one of them closed in every completion.
		if (known[places.open] === allOpen) return high[places.open] === allOpen;
		return least < threshold || low[places.open] !== allOpen || high[places.open] !== allOpen;
	};

	const verdictOf = (masks: readonly Cells[]): QuickVerdict => {
		fillWords(masks, words);
		evaluate(words, from.known, known);
		const points = known[places.total] as number;
		const open = known[places.open] === allOpen;
		if (isProved(points)) {
			const outlook = points >= threshold;
			return {
				verdict: sideOf(outlook && open),
				outlook: sideOf(outlook),
				points: pointsOf(known),
			};
		}
		const { verdict, outlook } = conclude(rangeOf(joint, masks), { points, open }, threshold);
		return { verdict, outlook, points: clamp(pointsOf(known), rangeOf(sums, masks).open).points };
	};

	return {
		decide(masks) {
			last = verdictOf(masks);
			return last;
		},
		strength() {
			const veto = known[places.veto] as number;
			const said = (known[places.said] as number) - Math.abs(veto);
			const isVetoed = veto !== 0;
			const inputs = {
				margin: marginOf({ total: last.points, said, isVetoed }, rules.verdict),
				isVetoed,
			};
			return strengthOf(rules, confidenceAt(rules.verdict.confidence, inputs));
		},
		gates: () =>
			rules.gates.map((_, gate) => {
				if ((known[places.open] as number) & (1 << gate)) return "open";
				return (known[places.closed] as number) & (1 << gate) ? "closed" : "unknown";
			}),
		countReasons: (counts) => countReasons(words, from.known, counts),
	};
}
