import { harmless } from "../core/harmless.ts";

/** Any result for programs: safe to show, and it reads as the same values. Of a decision it is the decision itself, whose JSON Schema ships with the package. */
export const json = (value: unknown): string => harmless(JSON.stringify(value, null, 2));
