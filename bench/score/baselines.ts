/**
 * Simple rules that people use instead: what ours has to beat. Each is read the way that
 * serves it best on the cases; where a fact is not told, the sentence says how it counts.
 */
import { type Answers, isKnown } from "../../src/core/answers/answers.ts";

export interface Baseline {
	name: string;
	/** How it was read. */
	reads: string;
	tunes(answers: Answers): boolean;
}

const told = (answers: Answers, fact: string): string | number | undefined => {
	const answer = answers[fact];
	return isKnown(answer) ? answer.value : undefined;
};

const is = (answers: Answers, fact: string, ...values: string[]): boolean =>
	values.includes(String(told(answers, fact)));

/** Not told counts as a yes. */
const mayBe = (answers: Answers, fact: string, ...values: string[]): boolean =>
	told(answers, fact) === undefined || is(answers, fact, ...values);

const atLeast = (answers: Answers, fact: string, least: number): boolean =>
	Number(told(answers, fact)) >= least;

const mayReach = (answers: Answers, fact: string, least: number): boolean =>
	told(answers, fact) === undefined || atLeast(answers, fact, least);

const isDear = (answers: Answers): boolean =>
	is(answers, "goal", "cost-latency") ||
	is(answers, "failure", "cost-latency") ||
	is(answers, "latency", "strict");

export const baselines: Baseline[] = [
	{
		name: "always prompt",
		reads: "never fine-tunes",
		tunes: () => false,
	},
	{
		name: "the lecture's three conditions",
		reads: "narrow, 100,000 requests a month or more, prompting plateaued; not told counts as met",
		tunes: (answers) =>
			mayBe(answers, "task", "narrow") &&
			mayReach(answers, "monthly-requests", 100_000) &&
			mayBe(answers, "prompting", "plateaued"),
	},
	{
		name: "1,000 examples or more",
		reads: "1,000 examples or more means fine-tune; not told means prompt",
		tunes: (answers) => atLeast(answers, "examples", 1000),
	},
	{
		name: "four gates",
		reads:
			"prompts tried, data exists (100 examples, not raw), economics improve (price or speed is the point, or 100,000 requests a month), someone has trained models; not told counts as met, economics apart",
		tunes: (answers) =>
			mayBe(answers, "prompting", "basic", "systematic", "plateaued") &&
			mayReach(answers, "examples", 100) &&
			mayBe(answers, "data-quality", "mixed", "curated") &&
			(isDear(answers) || atLeast(answers, "monthly-requests", 100_000)) &&
			mayBe(answers, "skills", "ml"),
	},
	{
		name: "rule of thumb: retrieve facts, fine-tune for form and cost",
		reads:
			"new knowledge or missing context means prompt; else form (style, convention, shown by example) or cost (price, speed, a million requests, a small or own model) means fine-tune; else prompt",
		tunes: (answers) =>
			!is(answers, "goal", "new-knowledge") &&
			!is(answers, "failure", "missing-context") &&
			(is(answers, "goal", "format-style-tone") ||
				is(answers, "failure", "convention") ||
				is(answers, "spec", "shown") ||
				isDear(answers) ||
				atLeast(answers, "monthly-requests", 1_000_000) ||
				is(answers, "model-size", "small") ||
				is(answers, "deployment", "private", "edge")),
	},
];
