/** The rule set as expressions of the usual form, printed with the words of a language. */
import type { Condition, Range } from "./value-rules.ts";

export interface Words {
	and: string;
	or: string;
	equals: string;
	/** The test for one of several values. */
	oneOf(key: string, values: readonly string[]): string;
}

export function printCondition(condition: Condition, words: Words): string {
	if ("of" in condition) {
		const operator = condition.kind === "all" ? words.and : words.or;
		return `(${condition.of.map((part) => printCondition(part, words)).join(` ${operator} `)})`;
	}
	const { key } = condition;
	if (condition.kind === "ranges")
		return `(${condition.ranges.map((range) => printRange(key, range, words)).join(` ${words.or} `)})`;
	const [value] = condition.values;
	return condition.values.length === 1
		? `${key} ${words.equals} ${JSON.stringify(value)}`
		: words.oneOf(key, condition.values);
}

function printRange(key: string, [from, to]: Range, { and }: Words): string {
	const least = from > 0 ? [`${key} >= ${from}`] : [];
	const most = Number.isFinite(to) ? [`${key} < ${to}`] : [];
	return [...least, ...most].join(` ${and} `);
}
