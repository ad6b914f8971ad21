/** What an example still needs before a model can learn from it; by itself, since the table of flags names them too. */
export const labelKinds = ["none", "simple", "judgment", "expert", "synthetic"] as const;
export type LabelKind = (typeof labelKinds)[number];
