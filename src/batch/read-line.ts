/** Reads a line of answers: its keys first, then what they say of each fact. */

import { cellsOf } from "../core/answers/answer-set.ts";
import { type Answers, inFileOrder, masksOf, parseAnswers } from "../core/answers/answers.ts";
import type { Cells, Domain } from "../core/answers/domain.ts";
import { parseTitle } from "../core/answers/title.ts";
import { answersOn, deriveAnswers, derivingFacts } from "../core/decision/derived-answers.ts";
import { own } from "../core/own.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { mostCharacters, mostDepth } from "../io/limits.ts";
import { parseJson } from "../io/parse-text.ts";
import { answersIn, isMapping } from "../io/read-answers.ts";

type Entries = [key: string, value: unknown][];

interface AnswersLine {
	/** Values by fact, not yet trusted. */
	facts: Entries;
	/** What is no fact, and goes into the decision as it is. */
	kept: Entries;
	/** The title of the decision. */
	title: string | undefined;
}

export function readLine(text: string, keep: readonly string[]): Result<AnswersLine> {
	if (text.length > mostCharacters) return bad(tooLarge);
	// What JSON.parse throws takes as long as dozens of good lines.
	if (noJson.test(text)) return bad(notJson);
	let line: unknown;
	try {
		line = JSON.parse(text);
	} catch {
		return bad(notJson);
	}
	if (!isMapping(line)) return bad(noMapping);
	const entries = Object.entries(line);
	// Each key has a colon. Where there are more, one may stand in a string or come with a key that is there twice.
	const isDoubtful = countOf(":", text) > entries.length || countOf("[", text) > mostDepth;
	if (isDoubtful && !parseJson(text, "")) return bad(keyTwice);
	const hasTitle = Object.hasOwn(line, "title") && !keep.includes("title");
	const title = parseTitle({ value: hasTitle ? line.title : undefined, from: "title" });
	if (!title.ok) return title;
	if (keep.length === 0 && !hasTitle) return good({ facts: entries, kept: [], title: undefined });
	const isKept = ([key]: [string, unknown]) => keep.includes(key);
	return good({
		facts: entries.filter((entry) => !isKept(entry) && !(hasTitle && entry[0] === "title")),
		kept: entries.filter(isKept),
		title: title.value,
	});
}

/** What begins like no value of JSON. */
const noJson = /^\s*[^\s{["\d\-tfn]/;

function countOf(mark: string, text: string): number {
	let count = 0;
	for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count += 1;
	return count;
}

/** Where a line stands. */
export interface LinePlace {
	file: string;
	line: number;
}

/** More keys are no slips: to find the fact that each may mean takes longer than a good line. */
const mostStrangeKeys = 100;

/** The answers of a line, as a single run reads those of a file. */
export function answersOf(facts: Entries, rules: RuleSet, place: LinePlace): Result<Answers> {
	const raw = answersIn({ value: Object.fromEntries(facts), locate: () => place }, place.file);
	if (!raw.ok) return raw;
	if (raw.value.answers.length > Object.keys(rules.questions).length + mostStrangeKeys)
		return bad(tooManyKeys);
	const answers = parseAnswers(rules.questions, raw.value.answers);
	return answers.ok ? good(inFileOrder(answers.value, Object.keys(rules.questions))) : answers;
}

/** Values that are remembered of a fact: names know no end of them. */
const mostValues = 1000;

/** A name at its longest: longer values are faults, and would fill the memory. */
const longestValue = 200;

/**
 * The function gives the cells that a line leaves possible, by fact number. The same few values
 * come again and again: what each stands for is found out once.
 *
 * @param asOf the day of the decision, YYYY-MM-DD
 */
export function makeMasksReader(
	rules: RuleSet,
	asOf: string,
): (facts: Entries, place: LinePlace) => Result<Cells[]> {
	const nothing = masksOf(rules, {});
	const numbers = new Map(rules.domains.map(({ fact }, number) => [fact, number]));
	const known = rules.domains.map(() => new Map<unknown, Cells | Problem>());
	const strange = new Map<string, Problem>();
	const derivedFor = makeDerivedReader(rules, asOf);
	const mostFacts = rules.domains.length + mostStrangeKeys;

	const findCells = (domain: Domain, value: unknown): Cells | Problem => {
		const read = parseAnswers(rules.questions, [{ fact: domain.fact, value, from: "" }]);
		if (!read.ok) return read.problems[0] as Problem;
		return cellsOf(domain, read.value[domain.fact]?.value ?? "unknown");
	};
	const cellsFor = (number: number, value: unknown): Cells | Problem => {
		const domain = rules.domains[number] as Domain;
		const cell = domain.kind === "number" ? cellOfNumber(domain, value) : undefined;
		if (cell !== undefined) return cell;
		const values = known[number] as Map<unknown, Cells | Problem>;
		return values.get(value) ?? remember(values, value, findCells(domain, value));
	};
	const problemOf = (fact: string): Problem =>
		strange.get(fact) ?? remember(strange, fact, noFact(fact, rules));
	return (facts, place) => {
		const masks = [...nothing];
		const problems: Problem[] = [];
		// Lists are rare, and so are answers under a key of their own.
		if (facts.some(([, value]) => typeof value === "object") || facts.length > mostFacts) {
			const answers = answersOf(facts, rules, place);
			return answers.ok ? good(masksOf(rules, answersOn(rules, answers.value, asOf))) : answers;
		}
		for (const [fact, value] of facts) {
			const number = numbers.get(fact);
			const cells = number === undefined ? problemOf(fact) : cellsFor(number, value);
			if (typeof cells === "object") problems.push(cells);
			else masks[number as number] = cells;
		}
		if (problems.length > 0) return bad(...problems);
		for (const [number, cells] of derivedFor(facts)) masks[number] = cells;
		return good(masks);
	};
}

/** What follows from several answers together, by fact number: from a closed provider, and from what calls cost. */
function makeDerivedReader(rules: RuleSet, asOf: string): (facts: Entries) => [number, Cells][] {
	const known = new Map<string, [number, Cells][]>();
	const find = (named: Entries): [number, Cells][] => {
		const read = parseAnswers(
			rules.questions,
			named.map(([fact, value]) => ({ fact, value, from: "" })),
		);
		if (!read.ok) return [];
		const { computed, closed } = deriveAnswers(rules, read.value, asOf);
		const means = { ...computed, ...closed?.means };
		return rules.domains.flatMap((domain, number) => {
			const answer = own(means, domain.fact);
			return answer ? [[number, cellsOf(domain, answer.value)]] : [];
		});
	};
	return (facts) => {
		const named = facts.filter(([fact]) => derivingFacts.includes(fact));
		// Without one of them nothing follows.
		if (!named.some(([fact]) => fact === "provider" || fact === "model")) return [];
		const key = JSON.stringify(named);
		return known.get(key) ?? remember(known, key, find(named));
	};
}

/** What single runs say of a fact that there is not. */
function noFact(fact: string, rules: RuleSet): Problem {
	const read = parseAnswers(rules.questions, [{ fact, value: "unknown", from: "" }]);
	return (read.ok ? keyTwice : read.problems[0]) as Problem;
}

function remember<Key, Value>(values: Map<Key, Value>, key: Key, value: Value): Value {
	if (values.size === mostValues) values.clear();
	if (String(key).length <= longestValue) values.set(key, value);
	return value;
}

function cellOfNumber(
	{ cuts, most }: Domain & { kind: "number" },
	value: unknown,
): Cells | undefined {
	if (typeof value !== "number" || !Number.isInteger(value)) return undefined;
	// What -0 means is not for a quick look to say.
	if (value < 0 || value > most || Object.is(value, -0)) return undefined;
	let cell = 0;
	while (cell < cuts.length && value >= (cuts[cell] as number)) cell += 1;
	return 1 << cell;
}

const tooLarge: Problem = {
	code: "too-large",
	message: "The line has more than a million characters.",
};

const tooManyKeys: Problem = {
	code: "too-large",
	message: "The line has too many keys; most cannot be facts.",
	hint: "should-i-finetune --help lists every fact.",
};

const notJson: Problem = {
	code: "bad-json",
	message: "The line is not valid JSON.",
	hint: "Each line must be one object of answers. For an answers file with several lines, use --answers.",
};

const noMapping: Problem = {
	code: "no-mapping",
	message: "The line contains no answers: it must map facts to values.",
	hint: 'Write an object, such as {"examples": 500}.',
};

const keyTwice: Problem = {
	code: "duplicate-key",
	message: "A key appears twice, or the line is nested too deeply.",
	hint: "Give each fact once.",
};
