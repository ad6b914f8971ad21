/**
 * Verdict, outlook, strength and points of answer after answer, without the rest of a decision.
 * What is known is evaluated as it stands, and so are two completions of it, one towards each
 * side: as examples they nearly always prove that what is known is also what is decided.
 */

import type { Decision } from "../decision/decision.ts";
import { conclude, sideOf } from "../decision/judge.ts";
import { diagramsOf } from "../diagram/packed-diagrams.ts";
import { rangeOf } from "../diagram/ranges.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { type AnswerWords, makeAnswerWords } from "./answer-words.ts";
import { type CountReasons, makeEvaluator } from "./evaluate.ts";
import { makeProgram, type Program, placesOf } from "./program.ts";
import { makeStrengths, strengths } from "./quick-strength.ts";

/** What a decision says first. */
export type Brief = Pick<Decision, "verdict" | "outlook" | "strength"> & { points: number };

export interface QuickDecider extends Pick<AnswerWords, "forget" | "tell" | "words"> {
	program: Program;
	/**
	 * Decides by what was told, and gives the number of the brief: the same brief has the same
	 * number. To leave the strength open takes a fraction of the time.
	 */
	decide(options: { strength: boolean }): number;
	brief(number: number): Brief;
	/** Of what was last decided: a bit for each gate that is open, or closed. */
	gates(): { open: number; closed: number };
	countReasons: CountReasons;
}

/** Undefined for rule sets that are too large or too entangled for it. */
export function makeQuickDecider(rules: RuleSet): QuickDecider | undefined {
	const program = makeProgram(rules);
	const { joint } = diagramsOf(rules);
	if (!program || !joint) return undefined;
	const { threshold } = rules.verdict;
	const { evaluate, countReasons } = makeEvaluator(program);
	const places = placesOf(program);
	const answers = makeAnswerWords(rules, program.layout, joint);
	const { words } = answers;
	const width = program.layout.words;
	const known = new Int32Array(places.size);
	const high = new Int32Array(places.size);
	const low = new Int32Array(places.size);
	const allOpen = 2 ** rules.gates.length - 1;
	const strengthOf = makeStrengths(rules, joint);

	/** Whether completions on both sides prove that the known points are possible, and their verdict is. */
	const isProved = (points: number): boolean => {
		evaluate(words, width, high);
		evaluate(words, 2 * width, low);
		const least = low[places.total] as number;
		if (least > points || (high[places.total] as number) < points) return false;
		// Below the threshold the low example agrees.
		if (points < threshold) return true;
		// Each gate may be presumed open, and still one of them closed in every completion.
		if (known[places.open] === allOpen) return high[places.open] === allOpen;
		return least < threshold || low[places.open] !== allOpen || high[places.open] !== allOpen;
	};

	return {
		...answers,
		program,
		countReasons,
		gates: () => ({
			open: known[places.open] as number,
			closed: known[places.closed] as number,
		}),
		decide({ strength }) {
			evaluate(words, 0, known);
			let points = known[places.total] as number;
			let outlook = points >= threshold;
			const open = known[places.open] === allOpen;
			let verdict = outlook && open;
			if (!isProved(points)) {
				const range = rangeOf(joint, answers.cells());
				const proved = conclude(range, { points, open }, threshold);
				points = proved.total.points;
				outlook = proved.outlook === "fine-tuning";
				verdict = proved.verdict === "fine-tuning";
			}
			const said = known[places.said] as number;
			const strong = strength ? strengthOf({ points, outlook, said }, answers.cells) : 0;
			return points * 16 + strong * 4 + Number(outlook) * 2 + Number(verdict);
		},
		brief: (number) => ({
			verdict: sideOf((number & 1) !== 0),
			outlook: sideOf((number & 2) !== 0),
			strength: strengths[(number >> 2) & 3] as Brief["strength"],
			points: number >> 4,
		}),
	};
}
