/** The formats of `inspect evals`. */
export const evalsFormats = ["text", "markdown", "json", "html"] as const;
/** The formats of a trial. */
export const trialFormats = ["text", "markdown", "json"] as const;
export type TrialFormat = (typeof trialFormats)[number];
export type EvalsFormat = (typeof evalsFormats)[number];
