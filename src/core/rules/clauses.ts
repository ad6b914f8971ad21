/** Conditions of the rule language become formulas over cells. */
import {
	allCells,
	type Cells,
	cellsWhere,
	type Domain,
	parseRange,
	rangeForms,
	valuesOf,
} from "../answers/domain.ts";
import { didYouMean } from "../answers/nearest-word.ts";
import { formatCount, formatNumber, parseNumber } from "../answers/numbers.ts";
import type { Question } from "../answers/question.ts";
import { mostConditionSize } from "../limits.ts";
import type { Place } from "../problems.ts";
import type { Clause, Condition, ValueTest } from "./condition.ts";
import { all, always, any, type Formula, negate } from "./formula.ts";
import type { Computed } from "./rule-file.ts";

/** What a condition is read against. */
export interface ParseContext {
	questions: Record<string, Question>;
	/** Fact numbers and cells by id. */
	domains: Map<string, { fact: number; domain: Domain }>;
	full: Cells[];
	definitions: Record<string, Condition>;
	/** Words that have been read: each is one formula, however often it is used. */
	words: Map<string, Formula>;
	/** Tests and brackets of the formulas that have been read, written out. */
	sizes: Map<Formula, number>;
	complain(message: string, at: Place, hint?: string): void;
}

/** Tells where a part of the condition stands. */
type Locate = (...path: PropertyKey[]) => Place;

const listOf = (test: ValueTest): (string | number | boolean)[] =>
	Array.isArray(test) ? test : [test];

export function parseCondition(
	condition: Condition,
	context: ParseContext,
	locate: Locate,
	inside: readonly string[] = [],
): Formula {
	const { full } = context;
	const read = (clause: Clause, ...path: PropertyKey[]) =>
		parseClause(clause, context, (...deeper) => locate(...path, ...deeper), inside);
	const holds: Formula[] = [];
	if (condition.when) holds.push(read(condition.when, "when"));
	if (condition.any) {
		const of = condition.any.map((clause, index) => read(clause, "any", index));
		holds.push(any(of));
	}
	const { unless = [] } = condition;
	const fails = Array.isArray(unless)
		? unless.map((clause, index) => read(clause, "unless", index))
		: [read(unless, "unless")];
	// Before anything walks over it: words that use words twice double in size each time.
	const size = sizeOfFormula({ kind: "all", of: [...holds, ...fails] }, context.sizes);
	if (size > mostConditionSize) {
		const what = inside.length > 0 ? `The word ${inside.at(-1)}` : "This condition";
		context.complain(
			`${what} has ${formatCount(size)} parts once its words are expanded; the limit is ${formatNumber(mostConditionSize)}.`,
			locate(),
			"Use fewer words in it, or split it into several rules.",
		);
		return always;
	}
	return all([...holds, ...[...new Set(fails)].map((formula) => negate(formula, full))]);
}

/** Tests and brackets, as if each use of a word were written out. */
function sizeOfFormula(formula: Formula, known: Map<Formula, number>): number {
	if (formula.kind === "in") return 1;
	const seen = known.get(formula);
	if (seen !== undefined) return seen;
	const size = formula.of.reduce((sum, part) => sum + sizeOfFormula(part, known), 1);
	known.set(formula, size);
	return size;
}

function parseClause(
	clause: Clause,
	context: ParseContext,
	locate: Locate,
	inside: readonly string[],
): Formula {
	const parts = Object.entries(clause).flatMap(([fact, test]) => {
		if (fact === "is")
			return listOf(test).map((name) =>
				parseDefinition(String(name), context, locate("is"), inside),
			);
		const known = context.domains.get(fact);
		if (known)
			return {
				kind: "in" as const,
				fact: known.fact,
				cells: parseTest(test, known.domain, context, locate(fact)),
			};
		const near = didYouMean(fact, context.domains.keys());
		context.complain(`There is no fact ${fact}.${near}`, locate(fact));
		return always;
	});
	return all(parts);
}

function parseDefinition(
	name: string,
	context: ParseContext,
	at: Place,
	inside: readonly string[],
): Formula {
	const known = context.words.get(name);
	if (known) return known;
	const condition = Object.hasOwn(context.definitions, name)
		? context.definitions[name]
		: undefined;
	if (condition && !inside.includes(name)) {
		const word = parseCondition(condition, context, () => at, [...inside, name]);
		context.words.set(name, word);
		return word;
	}
	context.complain(
		condition
			? `The word ${name} is defined in terms of itself.`
			: `There is no word ${name}.${didYouMean(name, Object.keys(context.definitions))}`,
		at,
	);
	return always;
}

/** The cells that a test allows; complains about values that do not exist. */
export function parseTest(
	test: ValueTest,
	domain: Domain,
	context: ParseContext,
	at: Place,
): Cells {
	let cells = 0;
	for (const value of listOf(test)) cells |= parseValue(value, domain, context, at);
	return cells;
}

function parseValue(
	value: string | number | boolean,
	domain: Domain,
	context: ParseContext,
	at: Place,
): Cells {
	if (domain.kind === "number") {
		const range = parseRange(String(value));
		const exact = parseNumber(String(value));
		if (range && range[0] > domain.most)
			context.complain(
				`${domain.fact}: "${value}" is above ${formatNumber(domain.most)}, the largest possible answer.`,
				at,
			);
		if (range) return cellsWhere(domain.cuts, (from, to) => from < range[1] && range[0] < to);
		context.complain(
			exact === undefined
				? `${domain.fact}: "${value}" is not a range.`
				: `${domain.fact}: ${value} is a single number, but rules need a range.`,
			at,
			`Write ${rangeForms}; the upper end is excluded.`,
		);
		return 0;
	}
	if (domain.kind === "text") {
		const place = domain.values.indexOf(String(value).toLowerCase());
		return 1 << place;
	}
	const words = typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
	return parseChoices(words, domain, context, at);
}

/** `daily`, `monthly,daily`, `not daily`. */
function parseChoices(
	text: string,
	domain: Domain & { kind: "choice" },
	context: ParseContext,
	at: Place,
): Cells {
	const not = text.startsWith("not ");
	let cells = 0;
	for (const word of (not ? text.slice(4) : text).split(",")) {
		const place = domain.values.indexOf(word.trim());
		if (place >= 0) cells |= 1 << place;
		else
			context.complain(
				`"${word.trim()}" is not a value of ${domain.fact}. Choose ${domain.values.join(", ")}.${didYouMean(word.trim(), domain.values)}`,
				at,
			);
	}
	return not ? allCells(domain) & ~cells : cells;
}

/** The cells of every fact: values as listed, numbers cut where a condition cuts them. */
export function domainsFor(
	questions: Record<string, Question>,
	clauses: Iterable<Clause>,
	computed: Record<string, Computed> = {},
): Domain[] {
	const mentions = collectMentions(clauses, questions);
	const asked = Object.entries(questions).map(([fact, question]): Domain => {
		const values = valuesOf(question);
		if (values) return { fact, kind: "choice", values };
		const mention = mentions.get(fact);
		if (question.text) return { fact, kind: "text", values: [...(mention?.names ?? [])].sort() };
		const cuts = [...(mention?.cuts ?? [])].sort((a, b) => a - b);
		return { fact, kind: "number", cuts, most: question.number?.most ?? 0 };
	});
	const followed = Object.entries(computed).map(([fact, { choices, otherwise }]) => ({
		...{ fact, kind: "choice" as const, values: Object.keys(choices), otherwise },
	}));
	return [...asked, ...followed];
}

/** The cut points and names that conditions use, by fact: what decides the cells. */
function collectMentions(
	clauses: Iterable<Clause>,
	questions: Record<string, Question>,
): Map<string, { cuts: Set<number>; names: Set<string> }> {
	const mentions = new Map<string, { cuts: Set<number>; names: Set<string> }>();
	for (const clause of clauses)
		for (const [fact, test] of Object.entries(clause)) {
			if (!Object.hasOwn(questions, fact)) continue;
			const question = questions[fact] as Question;
			if (valuesOf(question)) continue;
			const mention = mentions.get(fact) ?? { cuts: new Set(), names: new Set() };
			mentions.set(fact, mention);
			for (const value of listOf(test).map(String))
				if (question.text) mention.names.add(value.toLowerCase());
				else
					for (const bound of parseRange(value) ?? [])
						if (bound > 0 && bound <= (question.number?.most ?? 0)) mention.cuts.add(bound);
		}
	return mentions;
}
