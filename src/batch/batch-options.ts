/** What a batch is asked for. Plain data: threads get it as it is. */

export interface BatchOptions {
	/** The day of the decisions. */
	asOf: string;
	/** Parts of each decision; all of it when left out. */
	fields?: string[] | undefined;
	/** Keys of a line that are no facts, and go into its decision as they are. */
	keep: string[];
	/** Counts instead of decisions. */
	summary: boolean;
	/** Stop at the first bad line. */
	strict: boolean;
}

/** What a thread is started with. */
export interface ThreadData {
	/** Where the rules are read; undefined for the built-in ones. */
	folder: string | undefined;
	options: BatchOptions;
}
