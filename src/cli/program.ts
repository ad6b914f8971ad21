/** The commands as a commander program: it reads the words, tells what is wrong with them, and runs the recipe. */
import { Argument, Command as CommanderCommand, CommanderError, Option } from "commander";
import { advise } from "../commands/advise.ts";
import { adviseFlags, factFlags, flagProblems } from "../commands/flags.ts";
import type { Surroundings } from "../commands/surroundings.ts";
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { own } from "../core/own.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { type Flag, type FlagTable, helpFlag, type Operand, typedNames } from "../report/usage.ts";
import { version } from "../version.ts";
import type { Command, WithinProgram } from "./command.ts";
import { commandsOf } from "./commands.ts";
import { helpEnding } from "./help.ts";

/** The program of a rule set, as data. */
export const programOf = (rules: RuleSet): Command => ({
	name: "should-i-finetune",
	about:
		"Improve the prompts, or fine-tune? Answer questions about your project and get a verdict with reasons.",
	operands: [],
	flags: { version: { short: "V", about: "print the version" }, ...adviseFlags },
	facts: factFlags(rules.questions),
	commands: commandsOf(rules),
	more: helpEnding(),
});

/** Runs a command line (without `node` and the script) and tells the exit code. */
export async function runProgram(
	program: Command,
	argv: string[],
	around: Surroundings,
): Promise<ExitCode> {
	let code: ExitCode = exit.done;
	const printHelp = (words: string[]) => runProgram(program, [...words, "--help"], around);
	const commander = makeCommander(program, { ...around, program, printHelp }, (result) => {
		code = result;
	});
	try {
		await commander.parseAsync(argv, { from: "user" });
		return code;
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		return error.exitCode === 0 ? exit.done : exit.refused;
	}
}

/** @param finish takes the exit code */
function makeCommander(
	program: Command,
	around: WithinProgram,
	finish: (code: ExitCode) => void,
): CommanderCommand {
	const { world } = around;
	const commander = new CommanderCommand(program.name)
		.exitOverride()
		.configureOutput({
			writeOut: (text) => world.print(text.trimEnd()),
			writeErr: (text) => {
				for (const line of text.trimEnd().split("\n")) world.complain(line);
			},
			getOutHelpWidth: () => world.style.width,
			getErrHelpWidth: () => world.style.width,
			outputError: (text, write) => write(explainError(text, program, `${program.name} --help`)),
		})
		// Commander would leave long lines as they are in terminals of less than 72 columns.
		.configureHelp({ minWidthToWrap: 20 })
		// The default action names an unknown command itself, with the nearest one.
		.allowExcessArguments(true)
		// So that `rules check --format json` is not read as a format of the default command.
		.enablePositionalOptions();
	const { version: versionFlag, ...flags } = program.flags;
	if (versionFlag)
		commander.version(version, typedNames("version", versionFlag).join(", "), versionFlag.about);
	describe(commander, { ...program, flags });
	commander.action(async () => {
		const [word] = commander.args;
		if (word !== undefined) return finish(refuse(world, [noSuchCommand(word, program)]));
		const given = readFlags(commander, { ...flags, ...program.facts });
		finish(given.ok ? await advise(given.value, around) : refuse(world, given.problems));
	});
	for (const command of program.commands) addCommand(commander, command, around, finish);
	return commander;
}

function addCommand(
	parent: CommanderCommand,
	command: Command,
	around: WithinProgram,
	finish: (code: ExitCode) => void,
): void {
	const commander = parent.command(command.name);
	describe(commander, command);
	commander.configureOutput({
		outputError: (text, write) => write(explainError(text, command, `${pathOf(commander)} --help`)),
	});
	const { run, flags, facts } = command;
	commander.allowExcessArguments(!run).action(async () => {
		if (!run) return finish(refuse(around.world, [noSuchCommand(commander.args[0], command)]));
		const read = readFlags(commander, { ...flags, ...facts });
		const given = read.ok ? read.value : {};
		const problems = [
			...flagsBefore(commander, command),
			...(read.ok ? flagProblems(flags, given) : read.problems),
		];
		finish(
			problems.length > 0
				? refuse(around.world, problems)
				: await run(commander.args, given, around),
		);
	});
	for (const below of command.commands) addCommand(commander, below, around, finish);
}

function describe(
	commander: CommanderCommand,
	{ about, operands, flags, facts, more }: Command,
): void {
	commander
		.description(about)
		.helpOption(typedNames("help", helpFlag).join(", "), helpFlag.about)
		.helpCommand(false);
	for (const operand of operands) commander.addArgument(argumentOf(operand));
	commander.optionsGroup("Options:");
	addFlags(commander, flags);
	if (facts) commander.optionsGroup("Facts (leave out what you don't know, or answer unknown):");
	addFlags(commander, facts ?? {});
	if (more !== undefined) commander.addHelpText("after", more);
}

function argumentOf({ name, about, isOptional, isVariadic }: Operand): Argument {
	const word = isVariadic ? `${name}...` : name;
	return new Argument(isOptional ? `[${word}]` : `<${word}>`, about);
}

function addFlags(commander: CommanderCommand, flags: FlagTable): void {
	for (const [name, flag] of Object.entries(flags)) commander.addOption(optionOf(name, flag));
}

function optionOf(name: string, flag: Flag): Option {
	const { value, about } = flag;
	const names = typedNames(name, flag).join(", ");
	if (value === undefined) return new Option(names, about);
	return new Option(`${names} <${value}>`, about).argParser((word, before: unknown) => {
		// What commander has for a fact called `constructor` is what every object inherits.
		const words: string[] = Array.isArray(before) ? before : [];
		// Added to, not copied: a command line can be long.
		words.push(word);
		return words;
	});
}

/** How often a flag may be given that takes several values. */
const mostValues = 100;

/** What was given for the flags of a table, by their names; a flag that takes one value has one. */
function readFlags(commander: CommanderCommand, flags: FlagTable): Result<Record<string, unknown>> {
	const problems: Problem[] = [];
	const given: Record<string, unknown> = {};
	for (const [name, value] of typedFlags(commander)) {
		const flag = own(flags, name);
		if (!flag) continue;
		const most = flag.isList ? mostValues : 1;
		if (!Array.isArray(value)) given[name] = value;
		else if (value.length > most) problems.push(givenTooOften(name, value.length, most));
		else given[name] = flag.isList ? value.flatMap((word) => wordsOf(word, flag)) : value[0];
	}
	return problems.length > 0 ? bad(...problems) : good(given);
}

/** By the names of the flags: commander keeps `--as-of` as `asOf`, and `--no-input` as `input: false`. */
const typedFlags = (commander: CommanderCommand): [name: string, value: unknown][] => {
	const values = commander.opts();
	return commander.options.flatMap((option): [string, unknown][] => {
		const key = option.attributeName();
		if (commander.getOptionValueSource(key) !== "cli") return [];
		return [[option.long?.slice(2) ?? "", option.negate ? !values[key] : values[key]]];
	});
};

const wordsOf = (word: string, { isSplit }: Flag): string[] =>
	isSplit ? word.split(",").map((part) => part.trimStart()) : [word];

const givenTooOften = (name: string, count: number, most: number): Problem => ({
	code: "bad-flag",
	message:
		most === 1
			? `--${name} is given ${count === 2 ? "twice" : `${count} times`} but takes one value.`
			: `--${name} is given ${count} times; the limit is ${most}.`,
	hint: most === 1 ? "Give it once." : "Leave some out.",
});

/** A flag before the command would be one of the program, which does nothing then; `--rules` alone is meant for both. */
function flagsBefore(commander: CommanderCommand, { name, flags, facts }: Command): Problem[] {
	const taken = { ...flags, ...facts };
	const above: CommanderCommand[] = [];
	for (let next = commander.parent; next; next = next.parent) above.push(next);
	return above
		.flatMap(typedFlags)
		.filter(([flag]) => flag !== "rules" || !Object.hasOwn(taken, flag))
		.map(([flag]) => ({
			code: "bad-flag",
			message: `--${flag} has no effect before the command ${name}.`,
			hint: Object.hasOwn(taken, flag)
				? `Write it after the command: ${name} --${flag}.`
				: `Remove it: ${name} has no such flag.`,
		}));
}

/** A group of commands needs one of them; commander itself would print the help, as if that had been asked for. */
function noSuchCommand(word: string | undefined, { name, commands, facts }: Command): Problem {
	const names = commands.map((command) => command.name);
	return {
		code: "unknown-command",
		message:
			word === undefined
				? `${name} needs a command.`
				: `There is no command ${formatRaw(word)}.${didYouMean(word, names)}`,
		hint: `The commands are ${names.join(", ")}${facts ? "; facts are given as flags, such as --goal" : ""}.`,
	};
}

const pathOf = (commander: CommanderCommand): string =>
	commander.parent ? `${pathOf(commander.parent)} ${commander.name()}` : commander.name();

/** commander's message, with the nearest flag where it knows none, and what is to be given where it is missing. */
function explainError(
	text: string,
	{ facts = {}, flags, operands }: Command,
	help: string,
): string {
	const flag = /unknown option '--([^'=]+)/.exec(text)?.[1];
	const near = flag && !text.includes("Did you mean") ? didYouMean(flag, Object.keys(facts)) : "";
	// What was typed may hold line breaks; commander's own come before its suggestion.
	const said = text.trimEnd().replaceAll(/\n(?!\(Did you mean .*\)$)/g, " ");
	const missing = sayMissing(said, { ...flags, ...facts }, operands);
	return `${missing ?? said}${near}\n       ${help} lists every flag.\n`;
}

function sayMissing(
	said: string,
	flags: FlagTable,
	operands: readonly Operand[],
): string | undefined {
	const operand = /missing required argument '([^']+)'/.exec(said)?.[1];
	const about = operands.find(({ name }) => name === operand)?.about;
	if (about) return `error: <${operand}> is missing: ${about}.`;
	const name = /option '.*--([^ ]+) <.*>' argument missing/.exec(said)?.[1] ?? "";
	const flag = own(flags, name);
	return flag && `error: --${name} needs a value (${flag.about}).`;
}
