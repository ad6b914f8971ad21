/** The report formats: one table for the flag, the file extensions and the code. */
import type { Decision } from "../core/decision.ts";
import type { RuleSet } from "../core/rule-set.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import type { Style } from "./style.ts";
import { text } from "./text.ts";

export type Report = (decision: Decision, rules: RuleSet, style: Style) => string;

const table = {
	text: { extensions: [".txt"], report: text },
	markdown: { extensions: [".md", ".markdown"], report: markdown },
	json: { extensions: [".json"], report: json },
} satisfies Record<string, { extensions: string[]; report: Report }>;

export type Format = keyof typeof table;
export const formats = Object.keys(table) as Format[];
export const isFormat = (name: string): name is Format => Object.hasOwn(table, name);

/** The format that a file's extension stands for. */
export const formatOf = (file: string): Format | undefined =>
	formats.find((format) =>
		table[format].extensions.some((extension) => file.toLowerCase().endsWith(extension)),
	);

/** A decision in one of the formats, without a line break at the end. */
export const report = (format: Format, ...shown: Parameters<Report>): string =>
	table[format].report(...shown);
