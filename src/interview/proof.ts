/** Whether any answer that is still open can change what the result says first. */
import { type Answers, masksOf } from "../core/answers/answers.ts";
import type { Cells } from "../core/answers/domain.ts";
import type { Decision } from "../core/decision/decision.ts";
import { phases } from "../core/decision/steps.ts";
import { factWeights } from "../core/rules/fact-weights.ts";
import { certain, type Formula, isCertain, isImpossible } from "../core/rules/formula.ts";
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
	const isOpen = (condition: Formula) =>
		!isCertain(condition, masks) && !isImpossible(condition, masks, full);
	// With nothing wrong the result is to keep what there is, and other steps show.
	if (isOpen(rules.isFine)) return false;
	const fateOf = stepFates(rules, masks, decision);
	const steps = rules.steps
		.map((step) => ({ step, fate: fateOf(step) }))
		.filter(({ fate }) => fate !== "never");
	// Such a step may yet come before all others.
	if (steps.some(({ step }) => isOpen(step.first))) return false;
	const placeOf = ({ retiring, first, phase }: CompiledStep) =>
		retiring || isCertain(first, masks) ? -1 : phases.indexOf(phase);
	steps.sort((a, b) => placeOf(a.step) - placeOf(b.step));
	return steps.slice(0, firstSteps).every(({ fate }) => fate === "shows");
}

type Fate = "shows" | "never" | "open";

function stepFates(
	rules: RuleSet,
	masks: readonly Cells[],
	{ verdict, outlook, strength, state, gates, unknown, steps }: Decision,
): (step: CompiledStep) => Fate {
	const full = fullCells(rules);
	const weights = factWeights(rules, rules.scores);
	const open = new Set(unknown.map(({ fact }) => fact));
	// How strong the outlook is may change with every answer that scores.
	const hasStrength = rules.domains.every(
		({ fact }, place) => !open.has(fact) || weights[place] === 0,
	);
	return (step) => {
		// The name of a model is free text; what is proven holds for the one that is named, or for none.
		if (step.retiring) return steps.some(({ id }) => id === step.id) ? "shows" : "never";
		const gate = gates.find(({ id }) => id === step.gate)?.state;
		if (step.verdict && step.verdict !== verdict) return "never";
		if (step.outlook && step.outlook !== outlook) return "never";
		if (gate === "open") return "never";
		if (isImpossible(step.condition, masks, full)) return "never";
		// Whether nothing is wrong is settled above; the other states hang on the strength.
		if (step.state && step.state !== "keep" && !hasStrength) return "open";
		if (step.state ? step.state !== state : state === "keep") return "never";
		if (step.strength && !hasStrength) return "open";
		if (step.strength && step.strength !== strength) return "never";
		// What is only presumed shows today, and an answer may still hide it.
		return isCertain(certain(step.condition), masks) && gate !== "unknown" ? "shows" : "open";
	};
}
