/** How a report may look where it is shown. */
export interface Style {
	/** Columns. */
	width: number;
	color: boolean;
	/** Whether more than ASCII can be shown. */
	unicode: boolean;
}

/** What a file shows does not depend on the terminal it was made in. */
export const fileStyle: Style = { width: 80, color: false, unicode: true };

/** How the results of a command are printed: for people, or as JSON. */
export const shapes = ["text", "json"] as const;
export type Shape = (typeof shapes)[number];
