/**
 * Where records stand in a document: from the begin comment over the text that readers see to
 * the end of the hidden comment. Lines decide, so that the document around them may be anything.
 */

export const beginMark = "<!-- should-i-finetune:begin -->";
export const recordMark = "<!-- should-i-finetune";
const closing = "-->";

export interface RecordBlock {
	/** Offsets in the document: the whole block, or the hidden comment alone. */
	start: number;
	end: number;
	/** What readers see; undefined where no begin comment tells where that starts. */
	visible: string | undefined;
	/** The YAML of the hidden comment, and the number of lines above it. */
	text: string;
	above: number;
	/** The line on which the block starts, from 1. */
	line: number;
}

/** A comment of ours that makes no block. */
interface Fault {
	line: number;
	message: string;
	hint: string;
}

interface FoundBlocks {
	blocks: RecordBlock[];
	faults: Fault[];
}

interface Line {
	/** Offsets in the document, and the number from 1. */
	start: number;
	end: number;
	number: number;
	text: string;
}

/** A mark that waits for its end. */
interface Open {
	line: Line;
	/** Where the mark itself starts, behind what may indent it. */
	start: number;
}

interface Scan extends FoundBlocks {
	document: string;
	isHtml: boolean;
	begun: Open | undefined;
	record: Open | undefined;
	/** The fence around what a Markdown document shows as it is. */
	fence: string | undefined;
	inComment: boolean;
}

export function findBlocks(document: string): FoundBlocks {
	if (!document.includes(recordMark)) return { blocks: [], faults: [] };
	const scan: Scan = {
		document,
		isHtml: /^\uFEFF?\s*<(?:!doctype html|html\b)/i.test(document),
		blocks: [],
		faults: [],
		begun: undefined,
		record: undefined,
		fence: undefined,
		inComment: false,
	};
	for (const line of documentLines(document)) readLine(scan, line);
	leave(scan);
	return scan;
}

function* documentLines(document: string): Generator<Line> {
	// A byte order mark belongs to the file and not to its first line.
	let start = document.startsWith("\uFEFF") ? 1 : 0;
	for (let number = 1; start < document.length; number += 1) {
		const found = document.indexOf("\n", start);
		const end = found < 0 ? document.length : found;
		yield { start, end, number, text: document.slice(start, end).trimEnd() };
		start = end + 1;
	}
}

function readLine(scan: Scan, line: Line): void {
	const mark = markOf(scan, line);
	if (mark === undefined) {
		if (scan.record) closeRecord(scan, scan.record, line);
		else if (!scan.isHtml) followMarkdown(scan, line);
		return;
	}
	scan.inComment = false;
	if (mark === "displaced") return void scan.faults.push(displaced(line));
	const open = { line, start: line.start + line.text.indexOf(recordMark) };
	if (scan.record) leave(scan);
	if (mark === "record") scan.record = open;
	else {
		leave(scan);
		scan.begun = open;
	}
}

/** What a line opens. In a fence it is text, and so is a comment indented like code. */
function markOf(
	{ isHtml, fence }: Scan,
	{ text }: Line,
): "begin" | "record" | "displaced" | undefined {
	if (fence !== undefined || !text.includes(recordMark)) return undefined;
	const mark = isHtml ? text.trimStart() : text;
	if (mark === beginMark) return "begin";
	if (mark === recordMark) return "record";
	const place = text.indexOf(recordMark);
	const [before, rest] = [text.slice(0, place), text.slice(place)];
	const isQuoted = /^[ >]*$/.test(before) && (before.length < 4 || before.includes(">"));
	return isQuoted && (rest === beginMark || rest === recordMark) ? "displaced" : undefined;
}

function closeRecord(scan: Scan, record: Open, line: Line): void {
	const place = scan.document.slice(line.start, line.end).indexOf(closing);
	if (place < 0) return;
	const { document, begun } = scan;
	const from = Math.min(record.line.end + 1, line.start + place);
	scan.blocks.push({
		start: begun?.start ?? record.start,
		end: line.start + place + closing.length,
		visible: begun && document.slice(begun.start + beginMark.length, record.start),
		text: document.slice(from, line.start + place),
		above: record.line.number,
		line: (begun ?? record).line.number,
	});
	scan.begun = undefined;
	scan.record = undefined;
}

/** Fences and comments of others; https://spec.commonmark.org/0.31.2/#fenced-code-blocks. */
function followMarkdown(scan: Scan, { text }: Line): void {
	if (scan.inComment) {
		scan.inComment = !text.includes(closing);
		return;
	}
	const [, bar = "", info = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(text) ?? [];
	if (scan.fence === undefined) {
		if (bar.startsWith("~") || (bar !== "" && !info.includes("`"))) scan.fence = bar;
		else scan.inComment = /^ {0,3}<!--(?!.*-->)/.test(text);
	} else if (bar.startsWith(scan.fence) && info.trim() === "") scan.fence = undefined;
}

/** What is still open has no end. */
function leave(scan: Scan): void {
	const { record, begun } = scan;
	if (record) scan.faults.push(unended(record.line, "hidden comment of a record", "-->"));
	else if (begun)
		scan.faults.push(unended(begun.line, "block of a record", "the hidden comment of its record"));
	scan.record = undefined;
	scan.begun = undefined;
}

const unended = ({ number }: Line, what: string, end: string): Fault => ({
	line: number,
	message: `The ${what} begins here but has no end: ${end} is missing.`,
	hint: "Restore the end, or create the report again and paste it here.",
});

const displaced = ({ number }: Line): Fault => ({
	line: number,
	message: "The hidden comment of this record is indented or quoted, so it cannot be refreshed.",
	hint: "Remove the indentation or quote marks from the whole block, or put it in a code fence if it is an example.",
});

/** A document with blocks of it replaced, in the line ends of each; all else stays as it is. */
export function replaceBlocks(
	document: string,
	fresh: readonly { block: RecordBlock; text: string }[],
): string {
	const fromLast = [...fresh].sort((a, b) => b.block.start - a.block.start);
	return fromLast.reduce((whole, { block, text }) => {
		const old = whole.slice(block.start, block.end);
		const ends = /\r?\n/.exec(old)?.[0] === "\r\n" ? text.replaceAll("\n", "\r\n") : text;
		return whole.slice(0, block.start) + ends + whole.slice(block.end);
	}, document);
}
