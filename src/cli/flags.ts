/**
 * The flags of the default command: one list, from which commander and the completions are made,
 * and by which a plain command line is read without commander, since to load it takes as long as to decide.
 */
import type { Flags } from "../commands/options.ts";
import { valuesOf } from "../core/answers/domain.ts";
import type { Question } from "../core/answers/question.ts";
import { defaultFile } from "../io/default-file.ts";
import { formats } from "../report/formats.ts";

export interface FlagDefinition {
	/** As commander writes it: `-a, --answers <file>`. */
	flags: string;
	about: string;
	/** It may be given several times. */
	isList?: true;
}

export const versionFlag: FlagDefinition = {
	flags: "-V, --version",
	about: "print the version",
};
export const helpFlag: FlagDefinition = {
	flags: "-h, --help",
	about: "print this help",
};
export const rulesFlag: FlagDefinition = {
	flags: "--rules <folder>",
	about: "decide by another rule set",
};
export const noFileFlag: FlagDefinition = {
	flags: "--no-file",
	about: `leave ${defaultFile} of this folder alone`,
};

export const flagsOfAdvise: readonly FlagDefinition[] = [
	{
		flags: "-a, --answers <file>",
		about: "answers in YAML or JSON, or a report that holds them; - is stdin (repeatable)",
		isList: true,
	},
	noFileFlag,
	{ flags: "-f, --format <name>", about: `${formats.join(" | ")} (default: text)` },
	{
		flags: "-o, --output <file>",
		about: "write a report; its extension tells the format (repeatable)",
		isList: true,
	},
	rulesFlag,
	{ flags: "--all", about: "ask everything, in file order, not only what can change the verdict" },
	{ flags: "--no-input", about: "never ask; also without a terminal, or with CI=true" },
	{
		flags: "--expect <verdict>",
		about: "exit with 1 when the verdict is another: prompt-engineering | fine-tuning",
	},
	{ flags: "--strict", about: "exit with 2 when an unknown fact could change the verdict" },
	{
		flags: "--as-of <date>",
		about: "the day of the decision, YYYY-MM-DD (default: today); provider status depends on it",
	},
];

export function factFlag(fact: string, question: Question): FlagDefinition {
	const values = valuesOf(question);
	const example = question.number?.example ?? question.text?.example;
	const takes = values ? values.join(" | ") : `such as ${example}`;
	const kind = question.number ? "number" : question.text ? "name" : "value";
	return { flags: `--${fact} <${kind}>`, about: `${question.label}: ${takes}`, isList: true };
}

/** What commander would make of these words; undefined for all that it must look at itself. */
export function plainFlags(
	argv: readonly string[],
	questions: Record<string, Question>,
): Flags | undefined {
	const known = new Map<string, Omit<FlagDefinition, "about">>();
	for (const definition of flagsOfAdvise)
		for (const name of definition.flags.replace(/ <.*/, "").split(", "))
			known.set(name, definition);
	const flags: Flags = { input: true, file: true };
	const words = [...argv];
	for (let word = words.shift(); word !== undefined; word = words.shift()) {
		const [, name = "", given] = /^(-\w|--[\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
		const isFact = Object.hasOwn(questions, name.slice(2));
		const definition = known.get(name) ?? (isFact ? anyFact(name) : undefined);
		if (!definition || (given !== undefined && name.length === 2)) return undefined;
		const takes = definition.flags.endsWith(">");
		const value = takes ? (given ?? words.shift()) : given === undefined;
		if (value === undefined || value === false) return undefined;
		set(flags, definition, value);
	}
	return flags;
}

const anyFact = (name: string) => ({ flags: `${name} <value>`, isList: true }) as const;

/** commander keeps `--as-of` as `asOf`, and `--no-input` as `input`. */
function set(
	flags: Flags,
	{ flags: written, isList }: Omit<FlagDefinition, "about">,
	value: string | true,
): void {
	const long = /--([\w-]+)/.exec(written)?.[1] ?? "";
	const isOff = long.startsWith("no-");
	const key = long
		.replace(/^no-/, "")
		.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
	const before = flags[key];
	if (isList) flags[key] = [...(Array.isArray(before) ? before : []), value];
	else flags[key] = isOff ? false : value;
}
