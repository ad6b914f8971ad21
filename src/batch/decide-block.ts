/** Decides every line of a block. */
import { isUtf8 } from "node:buffer";
import { emptyTally, type Tally } from "../core/bulk/tally.ts";
import type { Cases } from "../core/decision/decide.ts";
import { harmless } from "../core/harmless.ts";
import { bad, type Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { withoutStacks } from "../io/without-stacks.ts";
import type { BatchOptions } from "./batch-options.ts";
import type { Block } from "./block.ts";
import { makeFullLine, makeQuickLine } from "./decide-line.ts";
import { notUtf8 } from "./not-utf8.ts";
import type { LinePlace } from "./read-line.ts";

export interface Decided {
	/** A row for each line that is not blank; none with a summary. */
	rows: Uint8Array<ArrayBuffer>;
	tally: Tally;
	/** What was to be kept and is in some line, of this block or of one before. */
	kept: string[];
	/** The first lines that could not be decided. With `strict` the first is also the last that was read. */
	firstBad: BadLine[];
}

/** Bad lines that are named on stderr: a whole file of them is in the rows. */
export const mostNamed = 3;

export interface BadLine extends LinePlace {
	problems: Problem[];
}

export type DecideBlock = (block: Block) => Decided;

export function makeDecideBlock(
	rules: RuleSet,
	{ cases, options }: { cases: Cases; options: BatchOptions },
): DecideBlock {
	const { strict, summary, keep } = options;
	const decideLine = makeQuickLine(rules, options) ?? makeFullLine(rules, cases, options);
	const notKept = new Set(keep);
	const decideLines: DecideBlock = ({ bytes, lines, file, faults }) => {
		const tally = emptyTally(rules);
		const faultAt = new Map(faults);
		const isText = isUtf8(bytes);
		let rows = "";
		const firstBad: BadLine[] = [];
		for (const [place, text] of decoder.decode(bytes).split("\n").entries()) {
			const fault = faultAt.get(place) ?? (isText ? undefined : notUtf8(text));
			if (!fault && text.trim() === "") continue;
			const line = typeof lines === "number" ? lines + place : (lines[place] as number);
			const decided = fault ? bad(fault) : decideLine(text, { file, line }, tally);
			tally[decided.ok ? "decisions" : "bad"] += 1;
			if (decided.ok)
				for (const key of notKept) if (Object.hasOwn(decided.value, key)) notKept.delete(key);
			if (!decided.ok && firstBad.length < mostNamed)
				firstBad.push({ file, line, problems: decided.problems });
			if (strict && !decided.ok) break;
			const row = decided.ok ? decided.value : badRow(file, line, decided.problems);
			if (!summary) rows += `${JSON.stringify(row)}\n`;
		}
		const kept = keep.filter((key) => !notKept.has(key));
		const written = new TextEncoder().encode(harmless(rows));
		return { rows: written, tally, kept, firstBad };
	};
	return (block) => withoutStacks(() => decideLines(block));
}

/** A mark of byte order in the middle of a file is no blank. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A line with hundreds of faults must not be followed by a row a hundred times as long. */
const mostProblems = 20;

const badRow = (file: string, line: number, problems: readonly Problem[]) => ({
	file,
	line,
	problems: [
		...problems.slice(0, mostProblems).map(({ at: _, ...problem }) => problem),
		...(problems.length > mostProblems ? [andMore(problems.length - mostProblems)] : []),
	],
});

const andMore = (count: number): Problem => ({
	code: "more",
	message: `There ${count === 1 ? "is 1 more problem" : `are ${count} more problems`} with this line.`,
});
