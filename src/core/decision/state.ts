/** Where a project stands: what the headline says, in one of five ways. */
import { type Answers, isKnown } from "../answers/answers.ts";
import type { Cells } from "../answers/domain.ts";
import { listed, uncapital } from "../answers/format-answer.ts";
import { own } from "../own.ts";
import { factWeights } from "../rules/fact-weights.ts";
import { isCertain } from "../rules/formula.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { isVetoed } from "../rules/veto.ts";
import type { State } from "../state.ts";
import type { Decision } from "./decision.ts";

type Known = Pick<Decision, "verdict" | "outlook" | "strength"> & {
	masks: readonly Cells[];
	answers: Answers;
};

/** Never surer than the confidence: what is close is too early to call, whatever the verdict. */
export function stateOf(rules: RuleSet, known: Known): State {
	const { verdict, outlook, strength } = known;
	if (verdict === "prompt-engineering" && isCertain(rules.isFine, known.masks)) return "keep";
	if (strength === "close" || restsOnLittle(rules, known)) return "too-early";
	if (verdict === "fine-tuning") return "tune";
	return outlook === "fine-tuning" ? "prompts-then-tune" : "prompts";
}

function restsOnLittle(rules: RuleSet, { outlook, answers }: Known): boolean {
	if (outlook !== "fine-tuning") return false;
	const weights = factWeights(rules, rules.scores);
	const told = rules.domains.filter(
		({ fact }, index) => (weights[index] ?? 0) > 0 && isKnown(own(answers, fact)),
	);
	return told.length < rules.headlines["too-early"].facts;
}

interface Told extends Pick<Decision, "verdict" | "settled" | "outlookSettled" | "steps"> {
	masks: readonly Cells[];
	/** What must come before fine-tuning and is not there. */
	waits: readonly string[];
	/** Those of them that are known to be missing. */
	closed: readonly string[];
}

/** The headline of a state, and what it means. */
export function headlineOf(
	rules: RuleSet,
	state: State,
	{ verdict, settled, outlookSettled, steps, masks, waits, closed }: Told,
): Pick<Decision, "headline" | "summary"> {
	const { headlines, isRuledOut } = rules;
	const { says, means } = headlines[state];
	const [first] = steps;
	if (state === "prompts") {
		const { first: onPrompts, beside, vetoed = means } = headlines.prompts;
		const saysFirst =
			beside && first && beside.measures.includes(first.measure) ? beside.first : onPrompts;
		return {
			headline: first ? saysFirst.replace("{step}", () => uncapital(first.title)) : says,
			// What only presumes an answer that is open rules nothing out yet.
			summary: isVetoed(rules, masks) && outlookSettled ? vetoed : means,
		};
	}
	if (state === "prompts-then-tune") {
		const { instead } = headlines[state];
		const words = instead && isCertain(isRuledOut, masks) ? instead : { says, means };
		// What confidence and reasons say of fine-tuning holds from then on.
		return { headline: words.says, summary: withWaits(words.means, waits) };
	}
	if (state === "too-early") {
		const { even, settled: isSettled = means } = headlines[state];
		if (verdict === "fine-tuning") return { headline: says, summary: even };
		const summary = settled && closed.length > 0 ? isSettled : means;
		return { headline: says, summary: withWaits(summary, closed) };
	}
	return { headline: says, summary: means };
}

const withWaits = (says: string, waits: readonly string[]): string =>
	says.replace("{waits}", () => listed([...waits]));
