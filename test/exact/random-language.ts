/** Small random rule sets in the rule language, as YAML files would hold them, with answers. */
import type { RawAnswer } from "../../src/core/answers/answers.ts";
import type { Question } from "../../src/core/answers/question.ts";
import type { Clause, Condition } from "../../src/core/rules/condition.ts";
import { readRules } from "../../src/core/rules/read-rules.ts";
import type { RuleFile } from "../../src/core/rules/rule-file.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { vetoPoints } from "../../src/core/rules/veto.ts";
import { rawFile, ruleFileOf } from "../core/rule-files.ts";
import type { Model } from "./brute-force.ts";
import { mostRows, type Random, someMoves } from "./random-rules.ts";
import { factsOf, meaningOf, type SpokenFact, type Value, valuesOf } from "./spoken-meaning.ts";

export interface Spoken {
	rules: RuleSet;
	model: Model;
	facts: SpokenFact[];
}

/** A random rule set by way of the language. */
export function randomSpoken(random: Random): Spoken {
	const questions: Record<string, Question> = Object.fromEntries(
		random.list(random.int(3, 5), (fact) => [`fact-${fact}`, randomQuestion(random)]),
	);
	const words = Object.fromEntries(
		random.list(random.int(0, 2), (word) => [
			`word-${word}`,
			randomCondition(random, questions, []),
		]),
	);
	const names = Object.keys(words);
	// A word may be said in another one.
	if (names.length === 2 && random.chance(0.5))
		words["word-1"] = { when: { is: "word-0" }, ...words["word-1"] };
	const scores = Object.fromEntries(
		random.list(random.int(1, 3), (score) => [
			`score-${score}`,
			{
				asks: "Which?",
				weight: random.int(1, 3),
				ladders: randomLadders(random, questions),
				rules: random.list(random.int(1, 4), (rule) => ({
					id: `score-${score}.rule-${rule}`,
					...randomCondition(random, questions, names),
					...randomForce(random, () => randomClause(random, questions, names)),
					points: random.int(-3, 3),
					...grounds,
				})),
			},
		]),
	);
	const gates = Object.fromEntries(
		random.list(random.int(0, 3), (gate) => [
			`gate-${gate}`,
			{
				asks: "Ready?",
				...randomCondition(random, questions, names),
				...(random.chance(0.4) && { closes: randomClause(random, questions, names) }),
				...gateTexts,
			},
		]),
	);
	const file = { ...ruleFileOf({ questions, scores, gates, words, threshold: random.int(-3, 6) }) };
	const read = readRules([split(random, file)]);
	if (!read.ok) throw new Error(JSON.stringify({ problems: read.problems, file }, undefined, "\t"));
	const facts = factsOf(file);
	const rows = facts.reduce((product, { cells }) => product * cells.length, 1);
	if (rows > mostRows) return randomSpoken(random);
	const { rules } = read.value;
	const meaning = meaningOf(file, facts);
	const veto = { ...meaning.veto, points: vetoPoints(rules) };
	return { rules, facts, model: { ...meaning, veto } };
}

/** Now and then a rule is a veto, or holds until the answers say otherwise. */
function randomForce(random: Random, told: () => Clause) {
	if (random.chance(0.08)) return { veto: true as const };
	return random.chance(0.15) && { "unless-told": random.chance(0.5) ? told() : [told(), told()] };
}

const grounds = { because: "It does.", row: "row", sources: ["source"] };
const gateTexts = {
	open: ".",
	closed: ".",
	unknown: ".",
	opens: ".",
	row: "row",
	sources: ["source"],
};
const most = 300;
const bounds = [10, 20, 50, 100, 300, 500];
const choiceNames = ["alpha", "beta", "gamma", "delta"];

function randomQuestion(random: Random): Question {
	const texts = {
		ask: "?",
		label: "fact",
		why: ".",
		find: ".",
		moves: random.pick(someMoves),
	};
	const kind = random.pick(["choices", "choices", "yes-no", "number", "number", "text"] as const);
	if (kind === "yes-no") return { ...texts, "yes-no": { yes: ".", no: "." } };
	if (kind === "number") return { ...texts, number: { most, unit: "things", example: 5 } };
	if (kind === "text") return { ...texts, text: { example: "llama" } };
	const names = random.shuffle(choiceNames).slice(0, random.int(2, 4));
	return { ...texts, choices: Object.fromEntries(names.map((name) => [name, "."])) };
}

function randomCondition(
	random: Random,
	questions: Record<string, Question>,
	words: string[],
): Condition {
	const clause = () => randomClause(random, questions, words);
	const condition: Condition = {};
	if (random.chance(0.8)) condition.when = clause();
	if (random.chance(0.4)) condition.any = random.list(random.int(1, 3), clause);
	if (random.chance(0.3))
		condition.unless = random.chance(0.5) ? clause() : random.list(random.int(1, 2), clause);
	return condition;
}

function randomClause(
	random: Random,
	questions: Record<string, Question>,
	words: string[],
): Clause {
	const facts = random.shuffle(Object.keys(questions)).slice(0, random.pick([0, 1, 1, 1, 2, 2]));
	const clause: Clause = Object.fromEntries(
		facts.map((fact) => [fact, randomTest(random, questions[fact] as Question)]),
	);
	if (words.length > 0 && random.chance(0.25))
		clause.is = random.chance(0.5) ? random.pick(words) : words;
	return clause;
}

function randomTest(random: Random, question: Question): Clause[string] {
	if (question.number) {
		const ranges = random.list(random.pick([1, 1, 2]), () => randomRange(random));
		return ranges.length === 1 ? (ranges[0] as string) : ranges;
	}
	if (question.text) return random.pick(["llama", "LLAMA", "gpt-4", ["Llama", "GPT-4"]]);
	if (question["yes-no"]) return random.pick([true, false, "yes", "no", "not yes", ["yes", "no"]]);
	const names = Object.keys(question.choices ?? {});
	const some = random.shuffle(names).slice(0, random.int(1, names.length));
	return random.pick([
		some,
		some.join(","),
		some.join(", "),
		`not ${some.join(",")}`,
		some[0] as string,
	]);
}

/** Bounds may lie at the end of what can be answered, or past it where that says nothing false. */
function randomRange(random: Random): string {
	const [low, high] = random
		.shuffle(bounds)
		.slice(0, 2)
		.sort((a, b) => a - b) as [number, number];
	const write = (bound: number) => random.pick([String(bound), String(bound), `${bound / 1000}k`]);
	return random.pick([
		`under ${write(high)}`,
		`${write(low)} to ${write(high)}`,
		`${write(low)} up`,
	]);
}

/** Ladders over some of the facts; their steps tile the fact, in any order. */
function randomLadders(random: Random, questions: Record<string, Question>) {
	const fit = Object.entries(questions).filter(([, { text }]) => !text);
	const chosen = random.shuffle(fit).slice(0, random.pick([0, 0, 1, 1, 2]));
	return Object.fromEntries(
		chosen.map(([fact, question]) => {
			const steps = random
				.shuffle(labelsFor(random, question))
				.map((label) => [label, { points: random.int(-3, 3), because: "So." }]);
			return [fact, { row: "row", sources: ["source"], steps: Object.fromEntries(steps) }];
		}),
	);
}

function labelsFor(random: Random, question: Question): string[] {
	if (question.number) {
		const cuts = bounds.filter((bound) => bound <= most && random.chance(0.5));
		if (cuts.length === 0) return ["0 up"];
		return [
			`under ${cuts[0]}`,
			...cuts.slice(1).map((cut, at) => `${cuts[at]} to ${cut}`),
			`${cuts.at(-1)} up`,
		];
	}
	const values = valuesOf(question);
	const [first, ...rest] = random.shuffle(values) as [string, ...string[]];
	return random.pick([values, [first, rest.join(",")], [first, `not ${first}`]]);
}

/** The same rule set in one file or two. */
function split(random: Random, file: RuleFile) {
	if (random.chance(0.5)) return [rawFile("rules/all.yaml", file)];
	const entries = random.shuffle(Object.entries(file));
	const half = random.int(1, entries.length - 1);
	// Questions keep their own order inside one key, so the halves may come in any order.
	return [
		rawFile("rules/a.yaml", Object.fromEntries(entries.slice(0, half))),
		rawFile("rules/b.yaml", Object.fromEntries(entries.slice(half))),
	];
}

/** Answers as people write them, and the cells that they leave. */
export function randomAnswers(random: Random, { facts }: Spoken, known: number) {
	const raw: RawAnswer[] = [];
	const masks = facts.map(({ id, question, cells }) => {
		if (!random.chance(known)) {
			if (random.chance(0.3)) raw.push({ fact: id, value: "unknown", from: "test" });
			return 2 ** cells.length - 1;
		}
		const { value, meant } = question.number
			? randomAmount(random)
			: randomWords(random, question, cells.flat() as string[]);
		raw.push({ fact: id, value, from: "test" });
		return cells.reduce((mask, values, cell) => mask + (values.some(meant) ? 2 ** cell : 0), 0);
	});
	return { raw, masks };
}

interface Meant {
	value: unknown;
	meant(value: Value): boolean;
}

function randomAmount(random: Random): Meant {
	const near = () => Math.min(most, Math.max(0, random.pick(bounds) + random.int(-1, 1)));
	const [low, high] = [near(), near()].sort((a, b) => a - b) as [number, number];
	const write = (bound: number) => random.pick([String(bound), `${bound / 1000}k`]);
	return random.pick<Meant>([
		{ value: low, meant: (value) => value === low },
		{ value: write(low), meant: (value) => value === low },
		{
			value: `${write(low)}..${write(high)}`,
			meant: (value) => low <= Number(value) && Number(value) <= high,
		},
		{ value: ` ${low} ..`, meant: (value) => low <= Number(value) },
		{ value: `..${write(high)}`, meant: (value) => Number(value) <= high },
	]);
}

function randomWords(random: Random, { text, "yes-no": yesNo }: Question, values: string[]): Meant {
	const one = random.pick(values);
	const only: Meant = {
		value: random.pick([one, ` ${one.toUpperCase()} `]),
		meant: (value) => value === one,
	};
	if (text) return only;
	const some = random.shuffle(values).slice(0, random.int(1, values.length));
	return random.pick<Meant>([
		only,
		{ value: yesNo ? one === "yes" : one, meant: (value) => value === one },
		{ value: some, meant: (value) => some.includes(String(value)) },
		{ value: some.join(" , "), meant: (value) => some.includes(String(value)) },
		...(values.length > 1 ? [{ value: `not ${one}`, meant: (value: Value) => value !== one }] : []),
	]);
}
