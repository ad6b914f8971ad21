/** Reads a line of answers: its keys first, then what they say of each fact. */

import { cellsOf } from "../core/answers/answer-set.ts";
import { type Answers, inFileOrder, masksOf, parseAnswers } from "../core/answers/answers.ts";
import type { Cells, Domain } from "../core/answers/domain.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { fullCells, type RuleSet } from "../core/rules/rule-set.ts";
import { mostCharacters } from "../io/limits.ts";
import { parseJson } from "../io/parse-text.ts";
import { answersIn, isMapping } from "../io/read-answers.ts";

type Entries = [key: string, value: unknown][];

interface AnswersLine {
	/** Values by fact, not yet trusted. */
	facts: Entries;
	/** What is no fact, and goes into the decision as it is. */
	kept: Entries;
}

export function readLine(text: string, keep: readonly string[]): Result<AnswersLine> {
	if (text.length > mostCharacters) return bad(tooLarge);
	let line: unknown;
	try {
		line = JSON.parse(text);
	} catch {
		return bad(notJson);
	}
	if (!isMapping(line)) return bad(noMapping);
	const entries = Object.entries(line);
	// Each key has a colon. Where there are more, one may stand in a string or come with a key that is there twice.
	if (countColons(text) > entries.length && !parseJson(text, "")) return bad(keyTwice);
	if (keep.length === 0) return good({ facts: entries, kept: [] });
	const isKept = ([key]: [string, unknown]) => keep.includes(key);
	return good({
		facts: entries.filter((entry) => !isKept(entry)),
		kept: entries.filter(isKept),
	});
}

function countColons(text: string): number {
	let count = 0;
	for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) count += 1;
	return count;
}

/** Where a line stands. */
export interface LinePlace {
	file: string;
	line: number;
}

/** The answers of a line, as a single run reads those of a file. */
export function answersOf(facts: Entries, rules: RuleSet, place: LinePlace): Result<Answers> {
	const raw = answersIn({ value: Object.fromEntries(facts), locate: () => place }, place.file);
	if (!raw.ok) return raw;
	const answers = parseAnswers(rules.questions, raw.value);
	return answers.ok ? good(inFileOrder(answers.value, Object.keys(rules.questions))) : answers;
}

/** Values that are remembered of a fact: names know no end of them. */
const mostValues = 1000;

/**
 * The function gives the cells that a line leaves possible, by fact number. The same few values
 * come again and again: what each stands for is found out once.
 */
export function makeMasksReader(
	rules: RuleSet,
): (facts: Entries, place: LinePlace) => Result<Cells[]> {
	const full = fullCells(rules);
	const numbers = new Map(rules.domains.map(({ fact }, number) => [fact, number]));
	const known = rules.domains.map(() => new Map<unknown, Cells | undefined>());

	const findCells = (number: number, value: unknown): Cells | undefined => {
		const domain = rules.domains[number] as Domain;
		const read = parseAnswers(rules.questions, [{ fact: domain.fact, value, from: "" }]);
		const answer = read.ok ? read.value[domain.fact] : undefined;
		return answer && cellsOf(domain, answer.value);
	};
	const cellsFor = (number: number, value: unknown): Cells | undefined => {
		const domain = rules.domains[number] as Domain;
		if (domain.kind === "number" && Number.isInteger(value))
			return cellOfNumber(domain, value as number);
		const values = known[number] as Map<unknown, Cells | undefined>;
		if (values.has(value)) return values.get(value);
		if (values.size === mostValues) values.clear();
		const cells = findCells(number, value);
		values.set(value, cells);
		return cells;
	};
	return (facts, place) => {
		const masks = [...full];
		const rest: Entries = [];
		for (const [fact, value] of facts) {
			const number = numbers.get(fact) ?? -1;
			const cells = number < 0 || isObject(value) ? undefined : cellsFor(number, value);
			if (cells === undefined) rest.push([fact, value]);
			else masks[number] = cells;
		}
		if (rest.length === 0) return good(masks);
		// Answers may lie under a key of their own; else what could not be read is all that may be wrong.
		const wrong = rest.some(([, value]) => isMapping(value)) ? [] : rest;
		const found = answersOf(wrong, rules, place);
		const answers = found.ok ? answersOf(facts, rules, place) : found;
		return answers.ok ? good(masksOf(rules, answers.value)) : answers;
	};
}

const isObject = (value: unknown): boolean => typeof value === "object";

function cellOfNumber(
	{ cuts, most }: Domain & { kind: "number" },
	value: number,
): Cells | undefined {
	if (value < 0 || value > most || Object.is(value, -0)) return undefined;
	let cell = 0;
	while (cell < cuts.length && value >= (cuts[cell] as number)) cell += 1;
	return 1 << cell;
}

const tooLarge: Problem = {
	code: "too-large",
	message: "The line has more than a million characters.",
};

const notJson: Problem = {
	code: "bad-json",
	message: "The line is not valid JSON.",
	hint: "Each line is one object of answers; a longer file of answers goes to --answers.",
};

const noMapping: Problem = {
	code: "no-mapping",
	message: "The line holds no answers: it must map facts to values.",
	hint: 'Write an object, such as {"examples": 500}.',
};

const keyTwice: Problem = {
	code: "duplicate-key",
	message: "A key is there twice, or the line is nested too deeply.",
	hint: "Give each fact once.",
};
