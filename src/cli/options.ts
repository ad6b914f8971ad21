/** Flags that several commands share. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { parseNumber } from "../core/answers/numbers.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { ExitCode } from "../io/complain.ts";
import type { World } from "../io/world.ts";
import type { Shape } from "../report/style.ts";
import { type FlagDefinition, noFileFlag, rulesFlag } from "./flags.ts";

/** Adds commands to a program; `finish` takes the exit code. */
export type AddCommands = (
	program: Command,
	rules: RuleSet,
	world: World,
	finish: (code: ExitCode) => void,
) => void;

/** A flag as commander takes it. */
export const optionOf = ({ flags, about, isList }: FlagDefinition): Option => {
	const option = new Option(flags, about);
	return isList ? option.argParser(collect) : option;
};

export const rulesOption = (): Option => optionOf(rulesFlag);

export const noFileOption = (): Option => optionOf(noFileFlag);

export const asOfOption = (): Option =>
	new Option("--as-of <date>", "the day to decide on, YYYY-MM-DD (default: today)");

/** A flag that may be given several times. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];

export const shapeOption = (about = "text | json"): Option =>
	new Option("--format <name>", about).argParser(asShape).default("text");

function asShape(word: string): Shape {
	if (word === "text" || word === "json") return word;
	throw new InvalidArgumentError("It is text or json.");
}

export function asPercent(word: string): number {
	const value = parseNumber(word);
	if (value !== undefined && value <= 100) return value;
	throw new InvalidArgumentError("It is a number from 0 to 100.");
}
