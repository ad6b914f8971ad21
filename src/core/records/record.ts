/** Records: a decision inside a document, in a comment that readers do not see, so that it can be decided again. */
import type { Decision } from "../decision/decision.ts";
import { escapeUnits, harmless } from "../harmless.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { beginMark, findBlocks, recordMark } from "./blocks.ts";
import { fingerprintOfAnswers, fingerprintOfText, signsOfLines } from "./fingerprint.ts";
import { eventsThatMatter, reviewOf } from "./review.ts";

/** The report formats that hold records. */
export const recordFormats = ["markdown", "adr", "html"] as const;
export type RecordFormat = (typeof recordFormats)[number];
export const holdsRecords = (format: string): format is RecordFormat =>
	(recordFormats as readonly string[]).includes(format);

/** The text around a record, for a hidden comment that can tell whether it was changed. */
interface Visible {
	text: string;
	/** The report format, to write it anew. */
	format: RecordFormat;
	/** One page of it. */
	brief?: boolean | undefined;
	/** The day of the decision, YYYY-MM-DD. */
	asOf?: string | undefined;
	/** Those that the decision was made by. */
	rules: ProviderRules;
}

type ProviderRules = Pick<RuleSet, "providers">;

/** The hidden comment of a decision; of a whole block when the text it belongs to is known. */
export function formatRecord(decision: Decision, visible?: Visible): string {
	const { ruleset, title, verdict, outlook, confidence, answers } = decision;
	const lines = [
		...(visible ? [`format: ${visible.format}`] : []),
		...(visible?.brief ? ["brief: true"] : []),
		`ruleset: ${quoteYaml(`${ruleset.name} ${ruleset.edition}`)}`,
		...(title === null ? [] : [`title: ${quoteYaml(title)}`]),
		...(visible ? formatDays(decision, visible) : []),
		`verdict: ${verdict}`,
		`outlook: ${outlook}`,
		`confidence: ${confidence}`,
		"answers:",
		...formatMapping(mapValues(answers, ({ value }) => value)),
		...(visible ? formatGrounds(decision, visible) : []),
	];
	return [recordMark, ...lines, "-->"].join("\n");
}

function formatDays(decision: Decision, { asOf, rules }: Visible): string[] {
	const review = reviewOf(rules, decision, asOf);
	return [
		...(asOf === undefined ? [] : [`decided: ${quoteYaml(asOf)}`]),
		...(review === undefined ? [] : [`re-decide-by: ${quoteYaml(review.day)}`]),
	];
}

/** Where the answers came from, and what `check` compares with. */
function formatGrounds(decision: Decision, { text, rules }: Visible): string[] {
	const { answers, title } = decision;
	const { reasons, gates, events } = decisionGrounds(rules, decision);
	const part = (key: string, lines: string[]) => (lines.length > 0 ? [`${key}:`, ...lines] : []);
	return [
		...part("from", formatMapping(mapValues(answers, ({ from }) => from))),
		...part("reasons", formatMapping(reasons)),
		...part("gates", formatMapping(gates)),
		...part(
			"events",
			events.map((event) => `  - ${quoteYaml(event)}`),
		),
		`lines: ${quoteYaml(signsOfLines(text))}`,
		"fingerprints:",
		...formatMapping({
			text: fingerprintOfText(text),
			answers: fingerprintOfAnswers(
				mapValues(answers, ({ value }) => value),
				title,
			),
		}),
	];
}

/** What a decision rests on, in words that stay comparable from edition to edition. */
export interface DecisionGrounds {
	/** Rule to points. */
	reasons: Record<string, number>;
	/** Gate to state. */
	gates: Record<string, Decision["gates"][number]["state"]>;
	/** Day, provider and what happens. */
	events: string[];
}

export const decisionGrounds = (rules: ProviderRules, decision: Decision): DecisionGrounds => ({
	reasons: Object.fromEntries(decision.reasons.map(({ rule, points }) => [rule, points])),
	gates: Object.fromEntries(decision.gates.map(({ id, state }) => [id, state])),
	events: [
		...new Set(
			eventsThatMatter(rules, decision).map(
				({ date, provider, status }) => `${date} ${provider} ${status}`,
			),
		),
	],
});

const formatMapping = (values: Record<string, string | number>): string[] =>
	Object.entries(values).map(([key, value]) => `  ${key}: ${quoteYaml(value)}`);

const mapValues = <T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> =>
	Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** A value that YAML reads back, and that cannot end the comment. */
const quoteYaml = (value: string | number): string =>
	typeof value === "number"
		? String(value)
		: harmless(JSON.stringify(value)).replaceAll(/[<>\u007f-\uffff]/g, escapeUnits);

/**
 * A report as a block that `check` can refresh: it ends with the record that the report holds, or
 * else with its last line. What must stand first in a file, such as a doctype, stays above it.
 */
export function wrapRecord(
	report: string,
	decision: Decision,
	made: Omit<Visible, "text">,
): string {
	const block = findBlocks(report).blocks.at(-1);
	if (!block) return wrapRecord(`${report}\n\n${formatRecord(decision)}`, decision, made);
	const isBare = block.visible === undefined;
	const above = isBare ? aboveBlock(report) : report.slice(0, block.start);
	const text = block.visible ?? `\n\n${report.slice(above.length, block.start)}`;
	const record = formatRecord(decision, { ...made, text });
	return `${above}${beginMark}${text}${record}${report.slice(block.end)}`;
}

/** Front matter and doctypes are read only at the start of a file. */
const aboveBlock = (report: string): string =>
	/^(?:<!doctype html>\n?|---\n(?:.*\n)*?---\n+)/i.exec(report)?.[0] ?? "";

/** The first record of a document, and the number of lines before its text. */
export function findRecord(document: string): { text: string; line: number } | undefined {
	const [block] = findBlocks(document).blocks;
	return block && { text: block.text, line: block.above };
}
