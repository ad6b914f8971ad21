/** What a reader is: it knows a format by its content, and turns it into runs. */
import type { EvalRun } from "../../core/evals/run.ts";
import type { Problem } from "../../core/problems.ts";
import type { Source } from "./source.ts";

/** Columns, or metrics, that were named on the command line. */
export interface NamedColumns {
	pass?: string;
	test?: string;
	variant?: string;
	time?: string;
}

export interface ReadRun extends EvalRun {
	/** Parts of one run in several files have one origin. */
	origin?: string | undefined;
	/** Its columns were chosen when it was read. */
	isTable?: true;
}

/** What a file says of runs that stand in another one beside it. */
export interface About {
	origin: string;
	model?: string | undefined;
	settings?: string | undefined;
	when?: string | undefined;
}

export interface ReadFile {
	runs: ReadRun[];
	about?: About;
	problem?: Problem;
}

export interface Reader {
	/** What the tool is called. */
	format: string;
	/** Where files are found that hold this, for the message about a file that no reader knows. */
	looksLike: string;
	/** What fails stands behind what passes: a file that is cut off would look better than the run was. */
	needsWhole?: true;
	recognizes(source: Source): boolean;
	read(source: Source, columns: NamedColumns): ReadFile;
}
