/** Where a project stands, in the order in which the headlines are tried. */
export const states = ["keep", "too-early", "prompts", "prompts-then-tune", "tune"] as const;

export type State = (typeof states)[number];
