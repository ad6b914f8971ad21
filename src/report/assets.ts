/** What a report may need besides the decision: it reads no files itself. */
export interface Assets {
	/** The script of the what-if panel; without it an HTML report comes without the panel. */
	whatIf?: string | undefined;
	/** The day to write on the report, YYYY-MM-DD; without it the report bears no date. */
	asOf?: string | undefined;
}
