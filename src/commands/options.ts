/** The options of the default command, read once. */

import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { type Side, sides } from "../core/side.ts";
import type { World } from "../io/world.ts";
import type { OutputFile } from "../io/write-reports.ts";
import { type Format, formatOf, formats } from "../report/formats.ts";

/** As commander hands them over; facts come besides, as lists. */
export interface Flags {
	answers?: string[];
	/** False with --no-file: leave the answers file of the folder alone. */
	file?: boolean;
	format?: string;
	output?: string[];
	input: boolean;
	expect?: string;
	strict?: boolean;
	asOf?: string;
	all?: boolean;
	[fact: string]: unknown;
}

export interface Options {
	format: Format;
	output: OutputFile[];
	/** Whether to ask. */
	input: boolean;
	/** Ask everything, in the order of the file. */
	all: boolean;
	expect: Side | undefined;
	strict: boolean;
	asOf: string;
	/** The day to write on reports: only one that was asked for, so that equal runs give equal files. */
	date: string | undefined;
}

export function parseOptions(flags: Flags, world: World): Result<Options> {
	const problems: Problem[] = [];
	const pick = <T extends string>(
		flag: string,
		word: string | undefined,
		allowed: readonly T[],
	): T | undefined => {
		if (word === undefined || (allowed as readonly string[]).includes(word))
			return word as T | undefined;
		problems.push({
			code: "bad-flag",
			message: `--${flag} is never ${formatRaw(word)}.${didYouMean(word, allowed)}`,
			hint: `It is ${allowed.join(" or ")}.`,
		});
		return undefined;
	};
	const format = pick("format", flags.format, formats);
	const expect = pick("expect", flags.expect, sides);
	const output = [...new Set(flags.output)].flatMap((file): OutputFile[] => {
		const known = formatOf(file, format);
		if (known) return [{ file, format: known }];
		problems.push({
			code: "bad-flag",
			message: `--output ${formatRaw(file)}: the extension tells no format.`,
			hint: `Use .txt, .md, .json or .html, or name the format with --format ${formats.join(" | ")}.`,
		});
		return [];
	});
	const asOf = flags.asOf ?? world.today;
	if (!isDate(asOf))
		problems.push({
			code: "bad-flag",
			message: `--as-of ${formatRaw(asOf)} is no date.`,
			hint: "Write it as YYYY-MM-DD.",
		});
	if (problems.length > 0) return bad(...problems);
	// Once stdin has been read to its end, nobody can answer on it.
	const input = flags.input && world.isInteractive && !flags.answers?.includes("-");
	return good({
		format: format ?? "text",
		output,
		input,
		all: flags.all ?? false,
		expect,
		strict: flags.strict ?? false,
		asOf,
		date: flags.asOf,
	});
}

const repeated = {
	rules: "--rules",
	asOf: "--as-of",
	format: "--format",
	output: "--output",
	expect: "--expect",
	strict: "--strict",
};

/** The flags, apart from facts, that make another run the same. */
export const sameFlags = (flags: Flags): string[][] => [
	...Object.entries(repeated).flatMap(([name, flag]) => {
		const value = flags[name];
		if (value === undefined || value === true) return value ? [[flag]] : [];
		return [value].flat().map((one) => [flag, String(one)]);
	}),
	...(flags.file === false ? [["--no-file"]] : []),
];

function isDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
