/** The rule set as expressions of the usual form, printed with the words of a language. */
import type { Condition, Range } from "./value-rules.ts";

export interface Words {
	and: string;
	or: string;
	equals: string;
	/** The test for one of several values. */
	oneOf(key: string, values: readonly string[]): string;
}

export function formatCondition(condition: Condition, words: Words): string {
	if ("of" in condition) {
		const operator = condition.kind === "all" ? words.and : words.or;
		return `(${condition.of.map((part) => formatCondition(part, words)).join(` ${operator} `)})`;
	}
	const { key } = condition;
	if (condition.kind === "ranges")
		return `(${condition.ranges.map((range) => formatRange(key, range, words)).join(` ${words.or} `)})`;
	const [value] = condition.values;
	return condition.values.length === 1
		? `${key} ${words.equals} ${JSON.stringify(value)}`
		: words.oneOf(key, condition.values);
}

function formatRange(key: string, [from, to]: Range, { and }: Words): string {
	const least = from > 0 ? [`${key} >= ${from}`] : [];
	const most = Number.isFinite(to) ? [`${key} < ${to}`] : [];
	return [...least, ...most].join(` ${and} `);
}
