/** What becomes of one line: a row of what is asked of its decision, or counts for a summary. */

import { makeQuickDecider, type QuickDecider } from "../core/bulk/quick-verdict.ts";
import { add, count, listCounted, type Tally } from "../core/bulk/tally.ts";
import { type Cases, decide } from "../core/decision/decide.ts";
import type { Decision } from "../core/decision/decision.ts";
import { towardOf } from "../core/decision/reasons.ts";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { BatchOptions } from "./batch-options.ts";
import { answersOf, type LinePlace, makeMasksReader, readLine } from "./read-line.ts";

/** The row of a line; with a summary what it says goes into the tally. */
export type DecideLine = (text: string, place: LinePlace, tally: Tally) => Result<object>;

/** As a single run decides. */
export function makeFullLine(
	rules: RuleSet,
	cases: Cases,
	{ asOf, fields, keep, summary }: BatchOptions,
): DecideLine {
	const counted = listCounted(rules);
	const isCompared = !summary && (fields ?? ["cases"]).some((field) => field.startsWith("cases"));
	const countAll = (decision: Decision, tally: Tally): void => {
		count(tally, { ...decision, gates: decision.gates.map(({ state }) => state) });
		for (const { rule, points } of decision.reasons) {
			const toward = towardOf(points);
			const place = counted.findIndex((one) => one.rule === rule && one.toward === toward);
			add(tally.reasons, place);
		}
	};
	return (text, place, tally) => {
		const line = readLine(text, keep);
		if (!line.ok) return line;
		const answers = answersOf(line.value.facts, rules, place);
		if (!answers.ok) return answers;
		const { title } = line.value;
		const decision = decide(rules, answers.value, { asOf, cases: isCompared ? cases : [], title });
		if (summary) countAll(decision, tally);
		return good({
			...Object.fromEntries(line.value.kept),
			...(fields ? pickFields(decision, fields) : decision),
		});
	};
}

/** What a field says; null where a decision has no such part. */
const pickFields = (decision: Decision, fields: readonly string[]) =>
	Object.fromEntries(fields.map((field) => [field, partOf(decision, field.split("."))]));

function partOf(value: unknown, [key, ...rest]: string[]): unknown {
	if (key === undefined) return value;
	const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, key);
	return isThere ? partOf((value as Record<string, unknown>)[key], rest) : null;
}

type QuickField = (
	verdict: ReturnType<QuickDecider["decide"]>,
	quick: QuickDecider,
	title: string | undefined,
) => string | number | null;

/** The fields that need no whole decision. */
const quickFields: Record<string, QuickField> = {
	title: (_, __, title) => title ?? null,
	verdict: ({ verdict }) => verdict,
	outlook: ({ outlook }) => outlook,
	strength: (_, quick) => quick.strength(),
	"total.points": ({ points }) => points,
};

/** Whether a quick verdict tells all that is asked. */
export const isQuick = ({ summary, fields }: Pick<BatchOptions, "summary" | "fields">): boolean =>
	summary || (fields?.every((field) => Object.hasOwn(quickFields, field)) ?? false);

/** Undefined where more is asked than a quick verdict tells, or the rules are too large for one. */
export function makeQuickLine(rules: RuleSet, options: BatchOptions): DecideLine | undefined {
	const quick = isQuick(options) ? makeQuickDecider(rules) : undefined;
	if (!quick) return undefined;
	const { fields = [], keep, summary } = options;
	const readMasks = makeMasksReader(rules, options.asOf);
	return (text, place, tally) => {
		const line = readLine(text, keep);
		if (!line.ok) return line;
		const { facts, kept, title } = line.value;
		const masks = readMasks(facts, place);
		if (!masks.ok) return masks;
		const verdict = quick.decide(masks.value);
		if (summary) {
			count(tally, { ...verdict, strength: quick.strength(), gates: quick.gates() });
			quick.countReasons(tally.reasons);
		}
		const row: Record<string, unknown> = Object.fromEntries(kept);
		for (const field of fields) row[field] = quickFields[field]?.(verdict, quick, title);
		return good(row);
	};
}
