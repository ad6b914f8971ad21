/** The manual page: the command line, the topics and the examples in roff's man macros. */
import { allCommands, type Flag, type Operand, type Usage } from "../usage.ts";
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
	const facts = usage.flags.filter(({ fact }) => fact !== undefined);
	const options = usage.flags.filter(({ fact }) => fact === undefined);
	const lines = [
		`.\\" Made from the command line itself: npm run man.`,
		`.TH SHOULD\\-I\\-FINETUNE 1 "" ${program} "User Commands"`,
		// Neither broken words nor stretched blanks: names of flags stay whole.
		".nh",
		".ad l",
		...section("Name", [`${roffCode(program)} \\- improve the prompts, or fine\\-tune?`]),
		...section("Synopsis", allCommands(usage).flatMap(synopsis)),
		...section("Description", [roff(usage.about)]),
		...section("Options", options.flatMap(flagLines)),
		...section("Facts", [
			roff("Leave out, or say unknown, what you do not know."),
			...facts.flatMap((flag) => factLines(flag, meanings(flag.fact ?? ""))),
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
function synopsis({ path, operands, commands }: Usage): string[] {
	if (path !== "" && commands.length > 0) return [];
	const words = [`\\fB${roffCode(`${program} ${path}`.trim())}\\fR`];
	if (path === "") words.push("[\\fIfacts\\fR]");
	return [[...words, "[\\fIoptions\\fR]", ...operands.map(operandWord)].join(" "), ".br"];
}

function operandWord({ name, isRequired, isVariadic }: Operand): string {
	const word = `\\fI${name}\\fR${isVariadic ? "..." : ""}`;
	return isRequired ? word : `[${word}]`;
}

function flagLines({ names, placeholder, about }: Flag): string[] {
	const value = placeholder && ` \\fI${roffCode(placeholder.replaceAll(/[<>]/g, ""))}\\fR`;
	const term = names.map((name) => `\\fB${roffCode(name)}\\fR`).join(", ");
	return [".TP", `${term}${value}`, roff(about)];
}

const factLines = (flag: Flag, meanings: [string, string][]): string[] => [
	...flagLines(flag),
	...(meanings.length > 0 ? indented(meanings) : []),
];

const indented = (terms: readonly (readonly [string, string])[]): string[] => [
	".RS",
	...terms.flatMap(termLines),
	".RE",
];

const termLines = ([term, meaning]: readonly [string, string]): string[] => [
	".TP",
	`\\fB${roffCode(term)}\\fR`,
	roff(meaning),
];

function commandLines({ path, about, operands, flags, commands }: Usage): string[] {
	if (commands.length > 0) return [];
	const own = flags.filter(({ names }) => !names.includes("--help"));
	return [
		".TP",
		[`\\fB${roffCode(path)}\\fR`, ...operands.map(operandWord)].join(" "),
		roff(about),
		...(own.length > 0 ? [".RS", ...own.flatMap(flagLines), ".RE"] : []),
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
