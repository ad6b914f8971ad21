import type { Decision } from "../core/decision.ts";
import type { RuleSet } from "../core/rule-set.ts";

/** The decision for a document. */
export const markdown = (decision: Decision, _rules: RuleSet): string => decision.headline;
