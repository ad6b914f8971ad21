/** Decides every line of a block. */

import { emptyTally, type Tally } from "../core/bulk/tally.ts";
import type { Cases } from "../core/decision/decide.ts";
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { BatchOptions } from "./batch-options.ts";
import { type Block, lineBreak, lineOf, longestLine } from "./block.ts";
import { makeFullLines } from "./full-lines.ts";
import { formatRow } from "./lines.ts";
import { makeOutput } from "./output.ts";
import { makeQuickLines } from "./quick-lines.ts";
import { readAnswersLine } from "./read-answers-line.ts";

export interface Decided {
	/** A row for each line that is not blank; none when it is summed up. */
	rows: Uint8Array<ArrayBuffer>;
	tally: Tally;
	/** The first line that could not be decided. With `strict` it is also the last that was read. */
	firstBad?: BadLine;
}

export interface BadLine {
	file: string;
	line: number;
	problems: Problem[];
}

export type DecideBlock = (block: Block, file: string) => Decided;

export function makeDecideBlock(
	rules: RuleSet,
	{ cases, options }: { cases: Cases; options: BatchOptions },
): DecideBlock {
	const { keep, strict, summary } = options;
	const output = makeOutput();
	const lines =
		makeQuickLines(rules, options, output) ?? makeFullLines({ rules, cases }, options, output);

	/** Gives the line back when it is bad. */
	const takeSlowly = (text: string, file: string, line: number): BadLine | undefined => {
		const read = readAnswersLine(text, { rules, keep }, { file, line });
		if (read.ok) {
			lines.take(read.value);
			return undefined;
		}
		const problems = read.problems.map(({ at: _, ...problem }) => problem);
		if (!summary && !strict) output.add(formatRow({ file, line, problems }));
		return { file, line, problems };
	};

	return (block, file) => {
		const { bytes, length } = block;
		const span = { bytes, view: new DataView(bytes.buffer), start: 0, end: 0 };
		const tally = emptyTally(rules);
		let firstBad: BadLine | undefined;
		for (let place = 0; span.start < length; place += 1, span.start = span.end + 1) {
			span.end = bytes.indexOf(lineBreak, span.start);
			// Of a line that is too long only the beginning is here, which may look like a whole one.
			if (span.end - span.start <= longestLine && lines.takeQuickly?.(span)) {
				tally.decisions += 1;
				continue;
			}
			const text = textOf(bytes.subarray(span.start, span.end));
			if (text.trim() === "") continue;
			const bad = takeSlowly(text, file, lineOf(block, place));
			if (!bad) {
				tally.decisions += 1;
				continue;
			}
			tally.bad += 1;
			firstBad ??= bad;
			if (strict) break;
		}
		lines.move(tally);
		return { rows: output.take(), tally, ...(firstBad && { firstBad }) };
	};
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);
