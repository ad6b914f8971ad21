/** What becomes of a line, once it is read. */

import type { Tally } from "../core/bulk/tally.ts";
import type { AnswersLine } from "./read-answers-line.ts";

/** Where a line stands, in a block. */
export interface Span {
	bytes: Uint8Array;
	view: DataView;
	start: number;
	end: number;
}

export interface Lines {
	/** Decides a line that was read, and writes or counts the decision. */
	take(line: AnswersLine): void;
	/** Does all that for a line that can be read quickly; false for any other. */
	takeQuickly?(span: Span): boolean;
	/** Adds what was counted to a tally. */
	move(into: Tally): void;
}

/** One row of output. */
export const formatRow = (row: object): Uint8Array => Buffer.from(`${JSON.stringify(row)}\n`);
