/** What a batch is asked for. Plain data: threads get it as it is. */

export interface BatchOptions {
	/** Another rule set. */
	rules?: string | undefined;
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
