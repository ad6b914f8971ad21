/** How a report may look where it is shown. */
export interface Style {
	/** Columns. */
	width: number;
	color: boolean;
	/** Whether more than ASCII can be shown. */
	unicode: boolean;
	/** Whether scores are drawn as bars; where they are read aloud they are words. True unless told. */
	bars?: boolean;
	/** Whether the text report shows everything. */
	full?: boolean;
}

/** What a file shows does not depend on the terminal it was made in. */
export const fileStyle: Style = { width: 80, color: false, unicode: true };

/** What a report may need besides the decision: it reads no files itself. */
export interface Assets {
	/** The script of the what-if panel; without it an HTML report comes without the panel. */
	whatIf?: string | undefined;
	/** The day to write on the report, YYYY-MM-DD; without it the report bears no date. */
	asOf?: string | undefined;
	/** One page. */
	brief?: boolean | undefined;
	/** The document that is written: what it says of itself is relative to it. */
	file?: string | undefined;
}

/** How the results of a command are printed: for people, or as JSON. */
export const shapes = ["text", "json"] as const;
export type Shape = (typeof shapes)[number];
