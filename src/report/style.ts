/** How a report may look where it is shown. */
export interface Style {
	/** Columns. */
	width: number;
	color: boolean;
	/** Whether more than ASCII can be shown. */
	unicode: boolean;
}

/** How the results of a command are printed: for people, or as JSON. */
export type Shape = "text" | "json";
