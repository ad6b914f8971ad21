/** The formats of `inspect evals` and of the trial. */
export const evalsFormats = ["text", "markdown", "json"] as const;
export type EvalsFormat = (typeof evalsFormats)[number];
