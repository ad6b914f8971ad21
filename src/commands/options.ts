/** The options of the default command, read once. */
import { formatRaw } from "../core/answers/answers.ts";
import type { Expectation } from "../core/decision/expectation.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { World } from "../io/world.ts";
import { type Format, formatOf, formats } from "../report/formats.ts";
import { adviseFlags, flagProblems, type Given } from "./flags.ts";

export interface OutputFile {
	file: string;
	format: Format;
}

export interface Options {
	format: Format;
	output: OutputFile[];
	/** Whether the text report says everything. */
	full: boolean;
	/** Whether to ask. */
	asks: boolean;
	/** Ask everything that applies, in order. */
	all: boolean;
	/** One page. */
	brief: boolean;
	/** Plain lines, for screen readers. */
	accessible: boolean;
	expect: Expectation | undefined;
	strict: boolean;
	asOf: string;
	/** The day to write on reports: only one that was asked for, so that equal runs give equal files. */
	date: string | undefined;
}

export function parseOptions(flags: Given<typeof adviseFlags>, world: World): Result<Options> {
	const {
		format,
		output = [],
		answers,
		all = false,
		brief = false,
		full = false,
		expect,
		strict = false,
	} = flags;
	const accessible = flags.accessible ?? isSet(world.env.ACCESSIBLE);
	const problems = flagProblems(adviseFlags, flags);
	const files = [...new Set(output)].map((file) => ({
		file,
		format: file === "-" ? undefined : formatOf(file, format),
	}));
	for (const { file, format: known } of files) if (!known) problems.push(noFormat(file));
	const shown = files.length > 0 ? files : [{ file: undefined, format: format ?? "text" }];
	for (const { file, format: known } of brief ? shown : [])
		if (known && !briefFormats.includes(known)) problems.push(notBrief(known, file));
	const written = shown.flatMap(({ format: known }) => known ?? []);
	if (full && !written.includes("text")) problems.push(...written.slice(0, 1).map(notFull));
	if (format && problems.length === 0 && !written.includes(format))
		problems.push(noneOf(format, files));
	if (problems.length > 0) return bad(...problems);
	return good({
		format: format ?? "text",
		output: files.flatMap(({ file, format: known }) => (known ? [{ file, format: known }] : [])),
		full,
		// Once stdin has been read to its end, nobody can answer on it.
		asks:
			!flags["no-input"] &&
			world.isInteractive &&
			(!world.isDumb || accessible) &&
			!answers?.includes("-"),
		all,
		brief,
		accessible,
		expect,
		strict,
		asOf: flags["as-of"] ?? world.today,
		date: flags["as-of"],
	});
}

const briefFormats: readonly Format[] = ["markdown", "adr"];

const notBrief = (format: Format, file: string | undefined): Problem => ({
	code: "bad-flag",
	message: `--brief is for Markdown and ADR, and ${file === undefined ? "this report" : formatRaw(file)} is ${format}.`,
	hint: "Leave --brief out, or choose --format markdown or adr.",
});

const notFull = (format: Format): Problem => ({
	code: "bad-flag",
	message: `--full is for the text report, and this report is ${format}.`,
	hint: "Leave --full out: the other formats contain everything unless --brief shortens them.",
});

/** The extension decides, so that one run can write several formats: a format that no file gets is a slip. */
const noneOf = (format: Format, files: readonly { file: string }[]): Problem => ({
	code: "bad-flag",
	message: `--format ${format} fits no file: ${files.map(({ file }) => formatRaw(file)).join(", ")} ${files.length === 1 ? "has" : "have"} the extension of another format.`,
	hint: "Change the extension, or leave --format out.",
});

/** A switch of the environment; 0, false and nothing turn it off. */
const isSet = (value = ""): boolean => !["", "0", "false"].includes(value.toLowerCase());

const noFormat = (file: string): Problem => ({
	code: "bad-flag",
	message: `${formatRaw(file)} is not a valid --output: ${file === "-" ? "it is not a file" : "its extension is not a known format"}.`,
	hint:
		file === "-"
			? "Without --output the report goes to stdout, in the format of --format."
			: `Use .txt, .md, .json or .html, or choose the format with --format ${formats.join(" | ")}.`,
});

const notRepeated: readonly string[] = [
	"answers",
	"eval-results",
	"eval-target",
	"all",
	"no-input",
];

/** The flags, apart from answers, that make another run the same: each with its value if it takes one. */
export const sameFlags = (flags: Given<typeof adviseFlags>): string[][] =>
	Object.keys(adviseFlags)
		.filter((name) => !notRepeated.includes(name))
		.flatMap((name) => {
			const value = flags[name as keyof typeof adviseFlags];
			if (value === undefined || value === false) return [];
			if (value === true) return [[`--${name}`]];
			return [value].flat().map((one) => [`--${name}`, one]);
		});
