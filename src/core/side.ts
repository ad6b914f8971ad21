/** The two answers that there are. Apart from the schemas, so that a decision is made without zod. */
export const sides = ["prompt-engineering", "fine-tuning"] as const;
export type Side = (typeof sides)[number];
