/** Answers inside a document, in a comment that readers do not see, so that it can be decided again. */
import type { Decision } from "./decision.ts";

const opening = "<!-- should-i-finetune";
const closing = "-->";

/** The hidden comment of a decision. */
export function printRecord({ ruleset, verdict, outlook, confidence, answers }: Decision): string {
	const lines = [
		`ruleset: ${quote(`${ruleset.name} ${ruleset.edition}`)}`,
		`verdict: ${verdict}`,
		`outlook: ${outlook}`,
		`confidence: ${confidence}`,
		"answers:",
		...Object.entries(answers).map(([fact, { value }]) => `  ${fact}: ${quote(value)}`),
	];
	return [opening, ...lines, closing].join("\n");
}

/** A value that YAML reads back, and that cannot end the comment. */
const quote = (value: string | number): string =>
	typeof value === "number"
		? String(value)
		: JSON.stringify(value).replaceAll(
				/[<>\u007f-\uffff]/g,
				(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
			);

/** The first record of a document, and the number of lines before its text. */
export function findRecord(document: string): { text: string; line: number } | undefined {
	const start = document.search(/^<!-- should-i-finetune\r?$/m);
	if (start < 0) return undefined;
	const from = document.indexOf("\n", start) + 1;
	const end = document.indexOf(closing, from);
	if (from === 0 || end < 0) return undefined;
	return { text: document.slice(from, end), line: document.slice(0, from).split("\n").length - 1 };
}
