/** Whether any answer that is still open can change what the result says first. */
import { type Answers, masksOf } from "../core/answers/answers.ts";
import type { Cells } from "../core/answers/domain.ts";
import type { Decision } from "../core/decision/decision.ts";
import { phases } from "../core/decision/steps.ts";
import { factWeights } from "../core/rules/fact-weights.ts";
import { isCertain, isImpossible } from "../core/rules/formula.ts";
import { type CompiledStep, fullCells, type RuleSet } from "../core/rules/rule-set.ts";

/** The steps that people read. */
const firstSteps = 3;

/**
 * Proof that no open answer changes the verdict, the outlook or the first three steps. The diagrams prove the
 * first two. With these fixed a step that surely shows goes on to show, and one that cannot show never will;
 * so the first three stay as they are when nothing before the third of them is still open.
 */
export function isResultFixed(rules: RuleSet, answers: Answers, decision: Decision): boolean {
	if (!decision.settled || !decision.outlookSettled) return false;
	const masks = masksOf(rules, answers);
	const full = fullCells(rules);
	const fateOf = stepFates(rules, masks, decision);
	// With nothing wrong the result is to keep what there is, and other steps show.
	if (!isCertain(rules.isFine, masks) && !isImpossible(rules.isFine, masks, full)) return false;
	const steps = phases.flatMap((phase) => rules.steps.filter((step) => step.phase === phase));
	let shown = 0;
	for (const step of steps) {
		if (shown === firstSteps) return true;
		const fate = fateOf(step);
		if (fate === "open") return false;
		if (fate === "shows") shown += 1;
	}
	return true;
}

type Fate = "shows" | "never" | "open";

function stepFates(
	rules: RuleSet,
	masks: readonly Cells[],
	{ verdict, outlook, strength, unknown }: Decision,
): (step: CompiledStep) => Fate {
	const full = fullCells(rules);
	const weights = factWeights(rules, rules.scores);
	const isOpen = new Set(unknown.map(({ fact }) => fact));
	// How strong the outlook is may change with every answer that scores.
	const hasStrength = rules.domains.every(
		({ fact }, place) => !isOpen.has(fact) || weights[place] === 0,
	);
	return (step) => {
		if (step.verdict && step.verdict !== verdict) return "never";
		if (step.outlook && step.outlook !== outlook) return "never";
		if (isImpossible(step.condition, masks, full)) return "never";
		if (step.strength && !hasStrength) return "open";
		if (step.strength && step.strength !== strength) return "never";
		return isCertain(step.condition, masks) ? "shows" : "open";
	};
}
