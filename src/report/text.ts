import type { Decision } from "../core/decision.ts";
import type { RuleSet } from "../core/rule-set.ts";
import type { Style } from "./style.ts";

/** The decision for a terminal. */
export const text = (decision: Decision, _rules: RuleSet, _style: Style): string => decision.headline;
