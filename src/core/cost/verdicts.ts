/** Whether fine-tuning pays at your calls: at worst too, usually, only at best, not even then, and at no number of them. */
export const verdicts = ["pays", "usually-pays", "at-best-pays", "too-few-calls", "never"] as const;
export type CostVerdict = (typeof verdicts)[number];
