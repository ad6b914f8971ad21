/** What a rule file means: read here from the words themselves, without the engine's parser. */

import type { Question } from "../../src/core/answers/question.ts";
import type { Clause, Condition } from "../../src/core/rules/condition.ts";
import type { RuleFile } from "../../src/core/rules/rule-file.ts";
import { anyOf, type Gate, kindOf, type Model, type Test } from "./brute-force.ts";

/** An answer as a person would give it. */
export type Value = string | number;

export interface SpokenFact {
	id: string;
	question: Question;
	/** The values that can be answered, by cell. */
	cells: Value[][];
}

export const valuesOf = ({ choices }: Question): string[] =>
	choices ? Object.keys(choices) : ["yes", "no"];

/** The cells of each fact, each with the values in it that can be answered. */
export const factsOf = (file: RuleFile): SpokenFact[] =>
	Object.entries(file.questions ?? {}).map(([id, question]) => {
		const tests = testsOf(file, id);
		if (question.number)
			return { id, question, cells: runs(tests.flatMap(boundsIn), question.number.most) };
		if (!question.text) return { id, question, cells: valuesOf(question).map((value) => [value]) };
		const names = [...new Set(tests.map((name) => name.toLowerCase()))].sort();
		return { id, question, cells: [...names.map((name) => [name]), ["mistral"]] };
	});

/** Every text with which a fact is tested anywhere. */
function testsOf(file: RuleFile, fact: string): string[] {
	const found: string[] = [];
	const look = (value: unknown): void => {
		if (typeof value !== "object" || value === null) return;
		for (const [key, inner] of Object.entries(value)) {
			if (key === fact)
				found.push(...(inner?.steps ? Object.keys(inner.steps) : [inner].flat().map(String)));
			look(inner);
		}
	};
	look([file.words, file.gates, file.scores]);
	return found;
}

const toNumber = (text: string): number =>
	text.endsWith("k") ? Math.round(Number(text.slice(0, -1)) * 1000) : Number(text);
const boundsIn = (range: string): number[] =>
	range
		.split(" ")
		.filter((word) => /^\d/.test(word))
		.map(toNumber);

/** Whole numbers from 0 to `most`, apart wherever a bound lies. */
function runs(cuts: number[], most: number): number[][] {
	const cells: number[][] = [[]];
	for (let value = 0; value <= most; value += 1) {
		if (value > 0 && cuts.includes(value)) cells.push([]);
		cells.at(-1)?.push(value);
	}
	return cells;
}

export function meaningOf(file: RuleFile, facts: SpokenFact[]): Model {
	const numbers = new Map(facts.map(({ id }, fact) => [id, fact]));
	const valueAt = (id: string, cells: readonly number[]) => {
		const fact = numbers.get(id) as number;
		return facts[fact]?.cells[cells[fact] as number]?.[0] as Value;
	};
	const test = (condition: Condition): Test => ({
		facts: namedIn(condition, file.words ?? {}, facts),
		holds: (cells) => isMet(condition, file.words ?? {}, (id) => valueAt(id, cells)),
	});
	/** It holds until what it is spared by is told. */
	const ruleGate = (rule: Condition & { "unless-told"?: Clause | Clause[] | undefined }): Gate => ({
		opens: test(rule),
		closes: anyOf([rule["unless-told"] ?? []].flat().map((clause) => test({ when: clause }))),
	});
	const gates = Object.values(file.gates ?? {}).map(({ closes, ...gate }) => ({
		opens: test(gate),
		closes: anyOf([closes ?? []].flat().map((clause) => test({ when: clause }))),
	}));
	const vetoes = Object.values(file.scores ?? {}).flatMap(({ rules = [] }) =>
		rules.filter(({ veto }) => veto).map(test),
	);
	return {
		sizes: facts.map(({ cells }) => cells.length),
		scores: Object.values(file.scores ?? {}).map(({ weight = 1, rules = [], ladders = {} }) => ({
			weight,
			rules: rules.map((rule) => ({ points: rule.points, test: ruleGate(rule) })),
			ladders: Object.entries(ladders).map(([id, { steps }]) => {
				const fact = numbers.get(id) as number;
				const labels = Object.entries(steps);
				return {
					fact,
					steps: (facts[fact]?.cells ?? []).map(([value]) => {
						const step = labels.findIndex(([label]) => passes(label, value as Value));
						return { step, points: labels[step]?.[1].points ?? Number.NaN };
					}),
				};
			}),
		})),
		gates,
		veto: { test: anyOf(vetoes), points: 0 },
		anyCloses: anyOf(gates.map(({ closes }) => closes)),
		threshold: file.verdict?.threshold ?? 0,
		moves: facts.map(({ question }) => question.moves),
		kinds: facts.map(({ question }) => kindOf(question)),
	};
}

type Words = Record<string, Condition>;

/** The facts in a condition, with those of every word when it uses any. */
function namedIn({ when, any, unless }: Condition, words: Words, facts: SpokenFact[]): number[] {
	const text = JSON.stringify([when, any, unless]);
	const whole = text.includes('"is":') ? text + JSON.stringify(words) : text;
	return [...facts.keys()].filter((fact) => whole.includes(`"${facts[fact]?.id}":`));
}

/** All of `when`, one of `any`, none of `unless`. */
function isMet(
	{ when = {}, any, unless = [] }: Condition,
	words: Words,
	valueAt: (id: string) => Value,
): boolean {
	const met = (clause: Clause): boolean =>
		Object.entries(clause).every(([id, test]) =>
			id === "is"
				? [test].flat().every((word) => isMet(words[String(word)] as Condition, words, valueAt))
				: [test].flat().some((one) => passes(one, valueAt(id))),
		);
	return met(when) && (!any || any.some(met)) && ![unless].flat().some(met);
}

function passes(test: string | number | boolean, value: Value): boolean {
	if (typeof test === "boolean") return value === (test ? "yes" : "no");
	const text = String(test);
	if (typeof value === "number") {
		const [first = "", middle = "", last = ""] = text.split(" ");
		if (first === "under") return value < toNumber(middle);
		return value >= toNumber(first) && (middle === "up" || value < toNumber(last));
	}
	if (text.startsWith("not ")) return !passes(text.slice(4), value);
	return text.split(",").some((word) => word.trim().toLowerCase() === value);
}
