/** Decides every line of a block. */
import { emptyTally, type Tally } from "../core/bulk/tally.ts";
import type { Cases } from "../core/decision/decide.ts";
import { harmless } from "../core/harmless.ts";
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { BatchOptions } from "./batch-options.ts";
import type { Block } from "./block.ts";
import { makeFullLine, makeQuickLine } from "./decide-line.ts";
import type { LinePlace } from "./read-line.ts";

export interface Decided {
	/** A row for each line that is not blank; none with a summary. */
	rows: Uint8Array<ArrayBuffer>;
	tally: Tally;
	/** The first line that could not be decided. With `strict` it is also the last that was read. */
	firstBad?: BadLine;
}

export interface BadLine extends LinePlace {
	problems: Problem[];
}

export type DecideBlock = (block: Block) => Decided;

export function makeDecideBlock(
	rules: RuleSet,
	{ cases, options }: { cases: Cases; options: BatchOptions },
): DecideBlock {
	const { strict, summary } = options;
	const decideLine = makeQuickLine(rules, options) ?? makeFullLine(rules, cases, options);
	return ({ bytes, lines, file }) => {
		const tally = emptyTally(rules);
		let rows = "";
		let firstBad: BadLine | undefined;
		for (const [place, text] of decoder.decode(bytes).split("\n").entries()) {
			if (text.trim() === "") continue;
			const line = typeof lines === "number" ? lines + place : (lines[place] as number);
			const decided = decideLine(text, { file, line }, tally);
			const bad = decided.ok ? undefined : { file, line, problems: decided.problems };
			tally[bad ? "bad" : "decisions"] += 1;
			firstBad ??= bad;
			if (bad && strict) break;
			const row = decided.ok ? decided.value : badRow(file, line, decided.problems);
			if (!summary) rows += `${JSON.stringify(row)}\n`;
		}
		return { rows: new TextEncoder().encode(harmless(rows)), tally, ...(firstBad && { firstBad }) };
	};
}

/** A mark of byte order in the middle of a file is no blank. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const badRow = (file: string, line: number, problems: readonly Problem[]) => ({
	file,
	line,
	problems: problems.map(({ at: _, ...problem }) => problem),
});
