/** Our ways to evaluate the built-in rules, each in a loop of its own: a shared one would mix up what the compiler learns. */
import type { Answers } from "../src/core/answers/answers.ts";
import { type Cells, sizeOf } from "../src/core/answers/domain.ts";
import {
	type Evaluate,
	type Evaluator,
	interpret,
	makeEvaluator,
} from "../src/core/bulk/evaluate.ts";
import { makeProgram, type Program, placesOf } from "../src/core/bulk/program.ts";
import { makeQuickDecider } from "../src/core/bulk/quick-verdict.ts";
import { randomOf } from "../test/exact/random-rules.ts";
import { cellsOf, partOf, profilesOf, rules } from "./profiles.ts";
import type { Candidate } from "./rates.ts";

/** So many that branch prediction cannot learn them. */
export const profiles = profilesOf(20_000);

const random = randomOf(4);
/** Of each profile, about 40 % of the answers. */
export const parts = profiles.map((profile) => partOf(profile, 0.4, random));

function existing<T>(value: T | undefined): T {
	if (value === undefined) throw new Error("The built-in rules are too large for a program.");
	return value;
}

export const program: Program = existing(makeProgram(rules));
const places = placesOf(program);
const results = new Int32Array(places.size);

/** Answers as words, laid end to end. */
function wordsOf(answers: readonly Answers[]): Int32Array {
	const { fields, words: width } = program.layout;
	const words = new Int32Array(answers.length * width);
	for (const [place, one] of answers.entries())
		for (const [fact, cells] of cellsOf(one).entries()) {
			const { word, shift } = fields[fact] as (typeof fields)[0];
			const at = place * width + word;
			words[at] = (words[at] as number) | (cells << shift);
		}
	return words;
}

const wordsOfProfiles = wordsOf(profiles);

export const evaluators = { code: makeEvaluator(program), steps: interpret(program) };
const { evaluate } = evaluators.code;

/** Apart from the interpreter: one call of two functions would be slow for both. */
function runCode(words: Int32Array, times: number): number {
	let sum = 0;
	for (let time = 0, from = 0; time < times; time += 1) {
		evaluate(words, from, results);
		sum += (results[places.total] as number) + (results[places.open] as number);
		from = from + program.layout.words < words.length ? from + program.layout.words : 0;
	}
	return sum;
}

function runSteps(step: Evaluate, words: Int32Array, times: number): number {
	let sum = 0;
	for (let time = 0, from = 0; time < times; time += 1) {
		step(words, from, results);
		sum += (results[places.total] as number) + (results[places.open] as number);
		from = from + program.layout.words < words.length ? from + program.layout.words : 0;
	}
	return sum;
}

/** What is found for one of the profiles. */
export function resultOf(
	place: number,
	{ evaluate }: Evaluator,
): { scores: number[]; total: number; open: boolean } {
	evaluate(wordsOfProfiles, place * program.layout.words, results);
	return {
		scores: [...results.subarray(0, places.total)],
		total: results[places.total] as number,
		open: results[places.open] === 2 ** rules.gates.length - 1,
	};
}

export function generated(what: string, answers: readonly Answers[]): Candidate {
	const words = answers === profiles ? wordsOfProfiles : wordsOf(answers);
	return { what, run: (times) => runCode(words, times) };
}

export function interpreted(what: string): Candidate {
	return { what, run: (times) => runSteps(evaluators.steps.evaluate, wordsOfProfiles, times) };
}

const decider = existing(makeQuickDecider(rules));

/** The whole way, from answers in cells to a quick verdict. */
export function decided(
	what: string,
	answers: readonly Answers[],
	{ strength }: { strength: boolean },
): Candidate {
	const masks = answers.map(cellsOf);
	const run = (times: number): number => {
		let sum = 0;
		for (let time = 0, place = 0; time < times; time += 1) {
			sum += decider.decide(masks[place] as Cells[]).points;
			if (strength) sum += decider.strength().length;
			place = place + 1 < masks.length ? place + 1 : 0;
		}
		return sum;
	};
	return { what, run };
}

/** The same from objects of values, as other engines take them: `{ goal: "task-quality", examples: 500 }`. */
export function fromObjects(
	what: string,
	objects: readonly Record<string, string | number>[],
	keyOf: (fact: string) => string,
): Candidate {
	const read = reader(keyOf);
	const words = new Int32Array(program.layout.words);
	const run = (times: number): number => {
		let sum = 0;
		for (let time = 0, place = 0; time < times; time += 1) {
			read(objects[place] as (typeof objects)[0], words);
			evaluate(words, 0, results);
			sum += (results[places.total] as number) + (results[places.open] as number);
			place = place + 1 < objects.length ? place + 1 : 0;
		}
		return sum;
	};
	return { what, run };
}

type Read = (facts: Record<string, string | number>, into: Int32Array) => void;

/** The plain quick way: a map of names, or the cuts of a number one after the other. */
function reader(keyOf: (fact: string) => string): Read {
	const { fields } = program.layout;
	const readers = rules.domains.map((domain, fact): Read => {
		const key = keyOf(domain.fact);
		const { word, shift } = fields[fact] as (typeof fields)[0];
		const put = (into: Int32Array, cell: number) => {
			into[word] = (into[word] as number) | (1 << (shift + cell));
		};
		if (domain.kind === "number") {
			const { cuts } = domain;
			return (facts, into) => {
				const value = facts[key] as number;
				let cell = 0;
				while (cell < cuts.length && value >= (cuts[cell] as number)) cell += 1;
				put(into, cell);
			};
		}
		const cells = new Map<string | number | undefined, number>(
			domain.values.map((value, cell) => [value, cell]),
		);
		const other = sizeOf(domain) - 1;
		return (facts, into) => put(into, cells.get(facts[key]) ?? other);
	});
	return (facts, into) => {
		into.fill(0);
		for (const read of readers) read(facts, into);
	};
}
