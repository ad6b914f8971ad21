/** The manual page: the command line, the topics and the examples in roff's man macros. */
import {
	allCommands,
	allFlags,
	type Flag,
	type Located,
	type Operand,
	typedNames,
	type Usage,
} from "../usage.ts";
import { roff, roffCode } from "./roff.ts";
import type { Block, Topic } from "./topic.ts";

const program = "should-i-finetune";

interface Extras {
	topics: readonly Topic[];
	examples: readonly (readonly [task: string, lines: readonly string[]])[];
	/** What a value of a fact means. */
	meanings(fact: string): [value: string, meaning: string][];
}

/** No date and no version: the page changes when the command line does, and at no other time. */
export function manPage(usage: Usage, { topics, examples, meanings }: Extras): string {
	const facts = Object.entries(usage.facts ?? {});
	const options = allFlags({ ...usage, facts: {} });
	const lines = [
		`.\\" Made from the command line itself: npm run generate.`,
		`.TH SHOULD\\-I\\-FINETUNE 1 "" ${program} "User Commands"`,
		// Neither broken words nor stretched blanks: names of flags stay whole.
		".nh",
		".ad l",
		...section("Name", [`${roffCode(program)} \\- improve the prompts, or fine\\-tune?`]),
		...section("Synopsis", allCommands(usage).flatMap(synopsis)),
		...section("Description", [roff(usage.about)]),
		...section(
			"Options",
			options.flatMap(([name, flag]) => flagLines(name, flag)),
		),
		...section("Facts", [
			roff("Leave out what you don't know, or answer unknown."),
			...facts.flatMap(([name, flag]) => [...flagLines(name, flag), ...indented(meanings(name))]),
		]),
		...section("Commands", allCommands(usage).slice(1).flatMap(commandLines)),
		...topics.flatMap(({ title, blocks }) => section(title, blocks.flatMap(blockLines))),
		...section("Examples", examples.flatMap(exampleLines)),
	];
	return `${lines.join("\n")}\n`;
}

const section = (title: string, lines: string[]): string[] => [
	`.SH ${title.toUpperCase()}`,
	...lines,
];

/** A command without commands of its own, or the program itself. */
function synopsis({ path, usage }: Located): string[] {
	if (path !== "" && usage.commands.length > 0) return [];
	const words = [`\\fB${roffCode(`${program} ${path}`.trim())}\\fR`];
	if (usage.facts) words.push("[\\fIfacts\\fR]");
	return [[...words, "[\\fIoptions\\fR]", ...usage.operands.map(operandWord)].join(" "), ".br"];
}

function operandWord({ name, isOptional, isVariadic }: Operand): string {
	const word = `\\fI${name}\\fR${isVariadic ? "..." : ""}`;
	return isOptional ? `[${word}]` : word;
}

function flagLines(name: string, flag: Flag): string[] {
	const value = flag.value === undefined ? "" : ` \\fI${roffCode(flag.value)}\\fR`;
	const term = typedNames(name, flag).map((typed) => `\\fB${roffCode(typed)}\\fR`);
	return [".TP", `${term.join(", ")}${value}`, roff(flag.asks ?? flag.about)];
}

const indented = (terms: readonly (readonly [string, string])[]): string[] =>
	terms.length > 0 ? [".RS", ...terms.flatMap(termLines), ".RE"] : [];

const termLines = ([term, meaning]: readonly [string, string]): string[] => [
	".TP",
	`\\fB${roffCode(term)}\\fR`,
	roff(meaning),
];

function commandLines({ path, usage }: Located): string[] {
	if (usage.commands.length > 0) return [];
	const own = Object.entries(usage.flags);
	return [
		".TP",
		[`\\fB${roffCode(path)}\\fR`, ...usage.operands.map(operandWord)].join(" "),
		roff(usage.about),
		...(own.length > 0
			? [".RS", ...own.flatMap(([name, flag]) => flagLines(name, flag)), ".RE"]
			: []),
	];
}

function blockLines(block: Block): string[] {
	if ("says" in block) return [".PP", roff(block.says)];
	return "types" in block ? typedLines(block.types) : block.terms.flatMap(termLines);
}

const exampleLines = ([task, lines]: Extras["examples"][number]): string[] => [
	".PP",
	roff(`${task}:`),
	...typedLines(lines),
];

const typedLines = (lines: readonly string[]): string[] => [
	".PP",
	".RS 4",
	".nf",
	...lines.map(roffCode),
	".fi",
	".RE",
];
