/** Lines of which only the verdict and its like is asked: counted, or written as one of some hundred rows. */
import { masksOf } from "../core/answers/answers.ts";
import { makeQuickDecider } from "../core/bulk/quick-decide.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { BatchOptions } from "./batch-options.ts";
import { formatRow, type Lines } from "./lines.ts";
import type { Output } from "./output.ts";
import { briefFields, pickBrief } from "./pick-fields.ts";
import { makeQuickTally } from "./quick-tally.ts";
import { makeLineReader } from "./read-line.ts";

/** Whether a quick decision tells all that is asked. */
export const isQuick = ({ summary, fields }: BatchOptions): boolean =>
	summary || (fields?.every((field) => Object.hasOwn(briefFields, field)) ?? false);

/** Rows that are kept: rules with large points know no end of them. */
const mostRows = 10_000;

/** Undefined where more is asked than a quick decision tells, or the rules are too large for one. */
export function makeQuickLines(
	rules: RuleSet,
	options: BatchOptions,
	output: Output,
): Lines | undefined {
	const quick = isQuick(options) ? makeQuickDecider(rules) : undefined;
	if (!quick) return undefined;
	const { fields, keep, summary } = options;
	const strength = summary || fields?.includes("strength") === true;
	const tally = makeQuickTally(rules, quick);
	const rows = new Map<number, Uint8Array>();

	const rowOf = (number: number): Uint8Array => {
		const row = rows.get(number) ?? formatRow(pickBrief(quick.brief(number), rules, fields ?? []));
		if (rows.size > mostRows) rows.clear();
		rows.set(number, row);
		return row;
	};
	const decide = (): void => {
		const number = quick.decide({ strength });
		if (summary) tally.count(number);
		else output.add(rowOf(number));
	};
	const reader = keep.length === 0 ? makeLineReader(rules, quick.tell) : undefined;
	return {
		take({ answers, kept }) {
			quick.forget();
			for (const [fact, cells] of masksOf(rules, answers).entries()) quick.tell(fact, cells);
			if (summary || keep.length === 0) return decide();
			const brief = quick.brief(quick.decide({ strength }));
			output.add(formatRow({ ...kept, ...pickBrief(brief, rules, fields ?? []) }));
		},
		...(reader && {
			takeQuickly(span) {
				quick.forget();
				if (!reader.read(span)) return false;
				decide();
				return true;
			},
		}),
		move: tally.move,
	};
}
