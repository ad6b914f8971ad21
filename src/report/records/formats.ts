/** The formats of `check`: their names alone, since the flag needs them at every start. */
export const recordsFormats = ["text", "json", "junit", "github", "markdown"] as const;
export type RecordsFormat = (typeof recordsFormats)[number];
