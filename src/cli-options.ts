/** Flags that several commands share. */
import { InvalidArgumentError, Option } from "commander";
import { parseNumber } from "./core/numbers.ts";
import { defaultFile } from "./io/default-file.ts";
import type { Shape } from "./report/style.ts";

export const rulesOption = (): Option =>
	new Option("--rules <folder>", "decide by another rule set");

export const noFileOption = (): Option =>
	new Option("--no-file", `leave ${defaultFile} of this folder alone`);

/** A flag that may be given several times. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];

export const shapeOption = (): Option =>
	new Option("--format <name>", "text | json").argParser(asShape).default("text");

function asShape(word: string): Shape {
	if (word === "text" || word === "json") return word;
	throw new InvalidArgumentError("It is text or json.");
}

export function asPercent(word: string): number {
	const value = parseNumber(word);
	if (value !== undefined && value <= 100) return value;
	throw new InvalidArgumentError("It is a number from 0 to 100.");
}
