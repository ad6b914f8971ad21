/** The flags of every command: one table each, which commander, help, completion, validation and types are made from. */

import { formatRaw } from "../core/answers/answers.ts";
import { valuesOf } from "../core/answers/domain.ts";
import { listed } from "../core/answers/format-answer.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { parseNumber } from "../core/answers/numbers.ts";
import type { Question } from "../core/answers/question.ts";
import { workFact } from "../core/cases/case-weights.ts";
import { expectations } from "../core/decision/expectation.ts";
import { oneLine } from "../core/harmless.ts";
import { own } from "../core/own.ts";
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { sides } from "../core/side.ts";
import { providerIds } from "../inspect/data/providers/ids.ts";
import { defaultFile } from "../io/read-answers.ts";
import { dataFormats, formats, recordsFormats } from "../report/formats.ts";
import { shapes } from "../report/style.ts";
import type { Flag, FlagTable } from "../report/usage.ts";

/** Flags that several commands have. */
const rules = { value: "folder", takes: "folder", about: "use another rule set" } as const;
const noFile = { about: `ignore ${defaultFile} in this folder` } as const;
const shape = {
	value: "name",
	takes: { words: shapes },
	about: `${shapes.join(" | ")} (default: text)`,
} as const;
const asOf = {
	value: "date",
	takes: "day",
	about: "the day to decide on, YYYY-MM-DD (default: today)",
} as const;
const expect = (whose: string) =>
	({
		value: "answer",
		takes: { words: expectations },
		about: `exit with 1 unless the state, verdict or outlook${whose} is this: ${expectations.join(" | ")}`,
	}) as const;

export const sharedFlags = { rules, "no-file": noFile, format: shape, "as-of": asOf } as const;

export const adviseFlags = {
	answers: {
		short: "a",
		value: "file",
		takes: "file",
		about: "answers in YAML or JSON, or a report that holds them; - is stdin (repeatable)",
		isList: true,
	},
	data: {
		value: "file",
		takes: "file",
		about: "measure training data: examples, quality, tokens, kind of input (repeatable)",
		isList: true,
	},
	"no-file": noFile,
	"eval-results": {
		value: "file",
		takes: "file",
		about:
			"answer what eval results tell, as inspect evals reads them: a file or folder (repeatable)",
		isList: true,
	},
	"eval-target": {
		value: "rate",
		about: "with eval results: what they have to reach, such as 0.95",
	},
	title: { value: "text", about: "what you are building, in one line: the title of the report" },
	format: {
		short: "f",
		value: "name",
		takes: { words: formats },
		about: `${formats.join(" | ")} (default: text)`,
	},
	output: {
		short: "o",
		value: "file",
		takes: "file",
		about: "write a report; the extension sets the format (repeatable)",
		isList: true,
	},
	brief: { about: "one page; for markdown and adr" },
	full: { about: "print everything in the text report, not only one page" },
	rules,
	all: { about: "ask every question that applies, not just the most useful ones" },
	accessible: { about: "ask in plain numbered lines, for screen readers; also ACCESSIBLE=1" },
	"no-input": { about: "never ask; also without a terminal, or with CI=true" },
	expect: expect(""),
	strict: { about: "exit with 2 when an unknown fact could change the verdict" },
	"as-of": {
		...asOf,
		about: "the day of the decision, YYYY-MM-DD (default: today); provider status depends on it",
	},
} as const satisfies FlagTable;

export const explainFlags = {
	answers: {
		short: "a",
		value: "file",
		takes: "file",
		about: "with weights: where these answers would turn (repeatable)",
		isList: true,
	},
	"no-file": noFile,
	rules,
} as const satisfies FlagTable;

/** Which published cases are listed; the kinds of work are those of the rule set. */
export const caseFlags = ({ questions }: Pick<RuleSet, "questions">) => {
	const question = own(questions, workFact);
	const works = (question && valuesOf(question)) ?? [];
	return {
		work: {
			value: "kind",
			// A rule set may do without the question; the cases still tell.
			takes: works.length > 0 ? { words: works } : "text",
			about: ["with cases: only this kind of work", works.join(" | ")].filter(Boolean).join(": "),
		},
		outcome: {
			value: "side",
			takes: { words: sides },
			about: `with cases: only this outcome: ${sides.join(" | ")}`,
		},
	} as const satisfies FlagTable;
};

export const checkFlags = {
	write: { about: "refresh records that are out of date; overwrites lines edited inside them" },
	format: {
		short: "f",
		value: "name",
		takes: { words: recordsFormats },
		about: `${recordsFormats.join(" | ")} (default: text)`,
	},
	"as-of": asOf,
	expect: expect(" of each record"),
	strict: { about: "exit with 2 when an unknown fact could change the verdict of a record" },
	rules,
} as const satisfies FlagTable;

export const diffFlags = {
	format: shape,
	"as-of": asOf,
	"exit-code": { about: "exit with 1 when the verdict differs" },
	rules,
} as const satisfies FlagTable;

export const batchFlags = {
	fields: {
		value: "names",
		about: "write only these parts of each decision, such as verdict,total.points (repeatable)",
		isList: true,
		isSplit: true,
	},
	keep: {
		value: "names",
		about: "keys or columns that are not facts, copied into the decision (repeatable)",
		isList: true,
		isSplit: true,
	},
	summary: { about: "print counts instead of decisions: verdicts, strengths, gates, reasons" },
	format: { ...shape, about: `of the summary: ${shape.about}` },
	strict: { about: "stop at the first bad line" },
	"as-of": asOf,
	rules,
} as const satisfies FlagTable;

export const inspectDataFlags = {
	validation: {
		value: "file",
		takes: "file",
		about: "the validation set: rows that are also in the training set are reported (repeatable)",
		isList: true,
	},
	show: { value: "number", about: "show this many example rows of each finding (default: 0)" },
	"fail-on": {
		value: "findings",
		about:
			"exit with 1 on these findings, such as leakage,duplicates=5% (repeatable); or error, warning",
		isList: true,
		isSplit: true,
	},
	fix: {
		value: "file",
		takes: "file",
		about: "write a clean set: complete, distinct, without leaks or keys, as JSON lines",
	},
	for: {
		value: "provider",
		takes: { words: providerIds },
		about: `with --fix: in the format of ${providerIds.join(" | ")}`,
	},
	split: {
		value: "percent",
		takes: "percent",
		about: "with --fix: put this share of the rows in a validation set beside it",
	},
	exact: { about: "count the tokens of every row, not of a sample" },
	"no-tokens": { about: "count no tokens: faster" },
	format: {
		short: "f",
		value: "name",
		takes: { words: dataFormats },
		about: `${dataFormats.join(" | ")} (default: text)`,
	},
	rules,
} as const satisfies FlagTable;

export const rulesCheckFlags = { rules, format: shape } as const satisfies FlagTable;
export const rulesTestFlags = {
	rules,
	format: shape,
	"min-coverage": { value: "percent", takes: "percent", about: "exit with 1 below this coverage" },
} as const satisfies FlagTable;
export const rulesDiffFlags = { format: shape } as const satisfies FlagTable;
export const rulesFlags = { rules } as const satisfies FlagTable;

/** The flags that answer the questions of a rule set. */
export const factFlags = (questions: Record<string, Question>): FlagTable =>
	Object.fromEntries(
		Object.entries(questions).map(([fact, question]) => [fact, factFlag(question)]),
	);

function factFlag(question: Question): Flag {
	const { ask, label, number, text } = question;
	const words = valuesOf(question);
	const takes = words ? { words, isSet: true } : "text";
	const says = words ? words.join(" | ") : `such as ${number?.example ?? text?.example}`;
	const value = number ? "number" : text ? "name" : "value";
	return { value, takes, about: oneLine(`${label}: ${says}`), asks: oneLine(ask) };
}

/** What was given for the flags of a table, by name; words are of those that the flag takes. */
export type Given<Table extends FlagTable> = {
	[Name in keyof Table]?: Table[Name] extends { isList: true }
		? string[]
		: Table[Name] extends { takes: { words: readonly (infer Word)[] } }
			? Word
			: Table[Name] extends { value: string }
				? string
				: boolean;
};

/** What is wrong with the values of flags. Facts are judged with the other answers. */
export function flagProblems(
	table: FlagTable,
	given: Readonly<Record<string, unknown>>,
): Problem[] {
	return Object.entries(table).flatMap(([name, { takes = "text" }]) => {
		const values = [given[name] ?? []].flat().filter((value) => typeof value === "string");
		return values.flatMap((value) => problemOf(name, value, takes) ?? []);
	});
}

function problemOf(
	name: string,
	value: string,
	takes: NonNullable<Flag["takes"]>,
): Problem | undefined {
	const bad = (message: string): Problem => ({ code: "bad-flag", message });
	if (typeof takes === "object") {
		if (takes.isSet || takes.words.includes(value)) return undefined;
		const near = didYouMean(value, takes.words);
		return bad(
			`${formatRaw(value)} is not a valid --${name}. Choose ${listed([...takes.words], "or")}.${near}`,
		);
	}
	if (takes === "day" && !isDay(value))
		return bad(
			`${formatRaw(value)} is not a date for --${name}. Write YYYY-MM-DD, such as 2026-05-01.`,
		);
	if (takes === "percent" && !((parseNumber(value) ?? 101) <= 100))
		return bad(
			`${formatRaw(value)} is not a percentage for --${name}. Write a number from 0 to 100.`,
		);
	return undefined;
}

function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
