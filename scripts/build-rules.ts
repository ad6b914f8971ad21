/** The built-in rules as a run wants them: checked, in a good order of facts, with their diagrams. */
import { buildDiagrams } from "../src/core/diagrams.ts";
import { type PackedDiagrams, packDiagrams } from "../src/core/packed-diagrams.ts";
import type { RuleSet } from "../src/core/rule-set.ts";
import { improveOrder } from "./improve-order.ts";

export function prepareRules(read: RuleSet): { rules: RuleSet; diagrams: PackedDiagrams } {
	const rules = { ...read, order: improveOrder(read).order };
	return { rules, diagrams: packDiagrams(buildDiagrams(rules)) };
}
