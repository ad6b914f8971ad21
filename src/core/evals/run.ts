/** Runs of an eval as the readers hand them over, whatever tool wrote them. */

/** One answer to one test. */
export interface Outcome {
	/** The same for the same test in every run, and for every repeat of it. */
	test: string;
	/** What a person would call the test. */
	name: string;
	/** Left out where nothing says whether the answer is right. */
	pass?: boolean | undefined;
	/** Of the metric that counts, in its own unit. */
	score?: number | undefined;
	/** No answer came, such as after a timeout: that is no wrong answer. */
	error?: string | undefined;
	/** Why it failed, as the tool says. */
	reason?: string | undefined;
	expected?: string | undefined;
	answer?: string | undefined;
	/** Characters that somebody who reads the test has to read. */
	length?: number | undefined;
	tags?: readonly string[] | undefined;
	/** Every metric of the row, with the one that counts. */
	metrics?: Readonly<Record<string, number>> | undefined;
}

/** What a report has to say about a run besides its figures. */
export type RunNote =
	| "cut"
	| "cancelled"
	| "unscored"
	| "unverified-layout"
	| "columns-guessed"
	| "rating-threshold";

export interface EvalRun {
	/** The file, or the files that are parts of it. */
	file: string;
	/** What the tool is called that wrote it. */
	format: string;
	/** What tells it from the other runs of its file; empty where it is alone. */
	label: string;
	/** A fingerprint of the text that was sent; undefined where the file does not hold it. */
	prompt?: string | undefined;
	model?: string | undefined;
	/** A fingerprint of temperature and the like. */
	settings?: string | undefined;
	/** ISO 8601, UTC. */
	when?: string | undefined;
	/** What is measured, such as `exact_match`. */
	metric: string;
	/** From which score on an answer passes, where a file with scores only leaves that to its reader. */
	threshold?: number | undefined;
	/** The least and greatest score that can be given, where that is known. */
	scale?: readonly [low: number, high: number] | undefined;
	outcomes: readonly Outcome[];
	notes: readonly RunNote[];
}
