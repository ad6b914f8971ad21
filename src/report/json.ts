import { harmless } from "../core/harmless.ts";

/** Any result for programs: safe to show, and it reads as the same values. Of a decision it is the decision itself, whose JSON Schema ships with the package. */
export const json = (value: unknown): string => harmless(JSON.stringify(value, tidy, 2));

/** More digits than anybody measured, fewer than show how a sum was added up. */
const digits = 12;

const tidy = (_key: string, value: unknown): unknown =>
	typeof value === "number" ? Number(value.toPrecision(digits)) : value;
