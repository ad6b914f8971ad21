/** The considered options: what a team can do short of fine-tuning, and fine-tuning. */
import type { Decision } from "../../core/decision/decision.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { titleOf } from "../markdown/opening.ts";
import { type Argument, arguePrompts, argueTuning, argueWaiting, neutral } from "./arguments.ts";

type Measure = Decision["steps"][number]["measure"];

/** Options short of fine-tuning that need a measure of their own: a step with it speaks for them. */
const byMeasure = {
	retrieval: { title: "Improve the prompts with retrieval", measures: ["retrieval"] },
	cheaper: {
		title: "Cache, batch or use a smaller stock model",
		measures: ["caching", "smaller-model", "cascade"],
	},
} satisfies Record<string, { title: string; measures: Measure[] }>;

/** Steps that speak for one option. */
const mostSteps = 2;

type Option = "keep" | "prompts" | keyof typeof byMeasure | "trial" | "prompts-then-tune" | "tune";

/** Those that are always worth naming, and those that fit where the project stands. */
function optionsFor(decision: Decision): Option[] {
	const { state, outlook } = decision;
	return [
		...(state === "keep" ? (["keep"] as const) : []),
		"prompts",
		"retrieval",
		"cheaper",
		...(leadTrial(decision) ? (["trial"] as const) : []),
		...(outlook === "fine-tuning" ? (["prompts-then-tune"] as const) : []),
		"tune",
	];
}

/** The option that the headline names. */
function chosenOption(decision: Decision): Option {
	const { state, verdict, steps } = decision;
	if (state === "keep" || state === "tune" || state === "prompts-then-tune") return state;
	// Too early to say more: then the headline does not choose fine-tuning either.
	if (verdict === "fine-tuning" && leadTrial(decision)) return "trial";
	const known = steps.flatMap(({ measure }) => optionOf(measure) ?? []);
	return known[0] ?? "prompts";
}

const promptMeasures: readonly Measure[] = [
	"instructions",
	"examples",
	"structured-output",
	"repair-loop",
	"optimiser",
	"stronger-model",
	"tools",
	"code",
];

/** The option of this kind of work, where it is one that a team takes before fine-tuning. */
const optionOf = (measure: Measure): Option | undefined => {
	if (promptMeasures.includes(measure)) return "prompts";
	return (["retrieval", "cheaper"] as const).find((option) => hasMeasure(option, measure));
};

const hasMeasure = (option: keyof typeof byMeasure, measure: Measure): boolean =>
	byMeasure[option].measures.some((own) => own === measure);

const stepsOf = (option: keyof typeof byMeasure, { steps }: Decision): Decision["steps"] =>
	steps.filter(({ measure }) => hasMeasure(option, measure));

const isMeasured = (option: Option): option is keyof typeof byMeasure => option in byMeasure;

/** Where the two sides are nearly even, the first step is to try both. */
const leadTrial = ({ steps }: Decision): Decision["steps"][number] | undefined =>
	steps[0]?.measure === "trial" ? steps[0] : undefined;

function titleFor(option: Option, decision: Decision, { headlines }: RuleSet): string {
	if (option === "trial") return titleOf(leadTrial(decision)?.title ?? "");
	// The headline also says where fine-tuning is ruled out.
	if (option === "prompts-then-tune" && option === decision.state)
		return titleOf(decision.headline);
	return titleOf(isMeasured(option) ? byMeasure[option].title : headlines[option].says);
}

export const chosenTitle = (decision: Decision, rules: RuleSet): string =>
	titleFor(chosenOption(decision), decision, rules);

interface ArguedOption {
	title: string;
	arguments: Argument[];
}

export const argueOptions = (decision: Decision, rules: RuleSet): ArguedOption[] =>
	optionsFor(decision).map((option) => {
		const own = argue(option, decision, rules);
		const fallback = neutral("none of your answers is for or against it.");
		return {
			title: titleFor(option, decision, rules),
			arguments: own.length > 0 ? own : [fallback],
		};
	});

function argue(option: Option, decision: Decision, rules: RuleSet): Argument[] {
	if (option === "keep") return [{ side: "Good", because: decision.summary, sources: [] }];
	if (option === "prompts") return arguePrompts(decision, rules);
	if (option === "tune") return argueTuning(decision, rules);
	if (option === "prompts-then-tune") return argueWaiting(decision, rules);
	const steps = option === "trial" ? decision.steps.slice(0, 1) : stepsOf(option, decision);
	if (steps.length === 0) return [neutral("none of your answers calls for it.")];
	return steps
		.slice(0, mostSteps)
		.map(({ why, sources }) => ({ side: "Good", because: why, sources }));
}
