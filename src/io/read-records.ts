/** The records of a document, read without trust. */

import { formatNumber } from "../core/answers/numbers.ts";
import type { Question } from "../core/answers/question.ts";
import { bad, type Place, type Problem, type Result } from "../core/problems.ts";
import { findBlocks, type RecordBlock } from "../core/records/blocks.ts";
import { type Recorded, readRecorded } from "../core/records/read-record.ts";
import { mostMarksOfRecords } from "./limits.ts";
import { countMarks, parseYaml } from "./yaml.ts";

/** One record, or what is wrong with it. */
export interface ReadRecord {
	/** The line on which its block starts, from 1. */
	line: number;
	/** Undefined where a comment of ours makes no block. */
	block?: RecordBlock;
	recorded: Result<Recorded>;
}

/** Each is a decision anew, so that more would take long; nobody writes as many. */
const mostRecords = 1_000;

const endOfReading = ({ line }: RecordBlock) => ({
	line,
	message: `This document has more than ${formatNumber(mostRecords)} records; the records from here on were not checked.`,
	hint: "Split it into several documents.",
});

/** In the order of the document. */
export function readRecords(
	document: string,
	file: string,
	questions: Record<string, Question>,
): ReadRecord[] {
	const { blocks, faults } = findBlocks(document);
	const [tooMany] = blocks.splice(mostRecords);
	if (tooMany) faults.push(endOfReading(tooMany));
	let marks = 0;
	const read = blocks.map((block): ReadRecord => {
		marks += countMarks(block.text);
		const { line } = block;
		if (marks > mostMarksOfRecords) return { line, recorded: bad(tooMuch({ file, line })) };
		return { line, block, recorded: readBlock(block, file, questions) };
	});
	const unread = faults.map(({ line, message, hint }): ReadRecord => {
		const problem: Problem = { code: "bad-record", message, hint, at: { file, line, column: 1 } };
		return { line, recorded: { ok: false, problems: [problem] } };
	});
	return [...read, ...unread].sort((a, b) => a.line - b.line);
}

const tooMuch = (at: Place): Problem => ({
	code: "too-large",
	message: "The records up to here exceed the limit for one document.",
	hint: "Split it into several documents.",
	at,
});

function readBlock(
	{ text, above }: RecordBlock,
	file: string,
	questions: Record<string, Question>,
): Result<Recorded> {
	const down = <T extends { line?: number }>(place: T): T => ({
		...place,
		line: (place.line ?? 1) + above,
	});
	const parsed = parseYaml(text, file);
	if (!parsed.ok)
		return {
			ok: false,
			problems: parsed.problems.map(({ at, ...rest }) => ({
				...rest,
				at: down(at ?? { file }),
			})),
		};
	return readRecorded(parsed.value.value, questions, (path) => down(parsed.value.locate(path)));
}
