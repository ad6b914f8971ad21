/** Programs, answers as their words, and what is evaluated of them. */
import type { Evaluator } from "../../../src/core/bulk/evaluate.ts";
import { makeProgram, type Program, placesOf, reasonsOf } from "../../../src/core/bulk/program.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";

export const programOf = (rules: RuleSet): Program => {
	const program = makeProgram(rules);
	if (!program) throw new Error("These rules are too large for a program.");
	return program;
};

/** @param masks the cells that are still possible, by fact number */
export function wordsOf({ layout }: Program, masks: readonly number[]): Int32Array {
	const words = new Int32Array(layout.words);
	for (const [fact, { word, shift }] of layout.fields.entries())
		words[word] = (words[word] as number) | ((masks[fact] as number) << shift);
	return words;
}

/** What is certain of some answers. */
export function evaluated(program: Program, evaluator: Evaluator, masks: readonly number[]) {
	const { weights } = program;
	const places = placesOf(program);
	const results = new Int32Array(places.size);
	const reasons = reasonsOf(program);
	const counts = reasons.map(() => 0);
	const words = wordsOf(program, masks);
	evaluator.evaluate(words, 0, results);
	evaluator.countReasons(words, 0, counts);
	const isIn = (place: number, gate: number) => ((results[place] as number) & (1 << gate)) !== 0;
	return {
		scores: weights.map((_, score) => results[score]),
		total: results[places.total],
		said: results[places.said],
		gates: program.open.map((_, gate) =>
			isIn(places.open, gate) ? "open" : isIn(places.closed, gate) ? "closed" : "unknown",
		),
		reasons: reasons.filter((_, place) => counts[place] === 1).map(({ reason }) => reason),
	};
}
