/** What each of the report formats prints. */
import type { Decision } from "../core/decision/decision.ts";
import { harmless, harmlessInColour } from "../core/harmless.ts";
import { holdsRecords, wrapRecord } from "../core/records/record.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { adr } from "./adr/adr.ts";
import type { Format } from "./formats.ts";
import { html } from "./html/html.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown/markdown.ts";
import type { Assets, Style } from "./style.ts";
import { text } from "./text/text.ts";

export type Report = (decision: Decision, rules: RuleSet, style: Style, assets?: Assets) => string;

const table = {
	text,
	markdown,
	adr,
	json,
	html,
} satisfies Record<Format, Report>;

/**
 * A decision in one of the formats, without a line break at the end. Formats that live in a
 * repository come as a block that `check` finds again, and sees when somebody edits it.
 */
export function report(format: Format, ...shown: Parameters<Report>): string {
	const [decision, rules, style, assets] = shown;
	const printed = (style.color ? harmlessInColour : harmless)(table[format](...shown));
	if (!holdsRecords(format)) return printed;
	return wrapRecord(printed, decision, { format, brief: assets?.brief, asOf: assets?.asOf, rules });
}
