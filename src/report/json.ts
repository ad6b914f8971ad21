/** Any result for programs. Of a decision it is the decision itself, whose JSON Schema ships with the package. */
export const json = (value: unknown): string => JSON.stringify(value, null, 2);
