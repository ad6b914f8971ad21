import type { Decision } from "../core/decision/decision.ts";

/** The decision itself; the package ships its JSON Schema. */
export const json = (decision: Decision): string => JSON.stringify(decision, null, 2);
