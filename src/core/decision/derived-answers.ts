/** The answers that hold on a day: what was said, what follows from it, and what a closed provider overrules. */
import { readSet } from "../answers/answer-set.ts";
import { type Answers, isKnown } from "../answers/answers.ts";
import { allCells, type Cells } from "../answers/domain.ts";
import type { CostComparison } from "../cost/compare-costs.ts";
import { costFacts, costInputs, knownCosts } from "../cost/known-costs.ts";
import { billFact, billOf } from "../cost/monthly-spend.ts";
import { sayPayback } from "../cost/payback.ts";
import { own } from "../own.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { type ClosedRoute, closedRoute } from "./closed-route.ts";

/** What is said of these decides what follows. */
export const derivingFacts: readonly string[] = [...costInputs, billFact, "latency"];

export interface Derived {
	costs: CostComparison | undefined;
	closed: ClosedRoute | undefined;
	/** What was worked out: the bill, where nobody said it, and whether fine-tuning pays back. */
	computed: Answers;
	/** What was said, and what was worked out. */
	known: Answers;
	/** All of it, as it counts on the day. */
	counted: Answers;
}

/** @param asOf the day of the decision, YYYY-MM-DD */
export function deriveAnswers(rules: RuleSet, said: Answers, asOf: string): Derived {
	const costs = rules.prices && knownCosts(rules.prices, said, asOf);
	const computed = costs ? computedFrom(costs, said, rules) : {};
	const known = { ...said, ...computed };
	const closed = closedRoute(rules, said, asOf);
	return { costs, closed, computed, known, counted: { ...known, ...closed?.means } };
}

/** The answers that hold on that day. */
export const answersOn = (rules: RuleSet, said: Answers, asOf: string): Answers =>
	deriveAnswers(rules, said, asOf).counted;

/** The computed fact that the payback is. */
const paybackFact = "payback";

function computedFrom(costs: CostComparison, said: Answers, rules: RuleSet): Answers {
	const isSaid = isKnown(own(said, billFact)) || !own(rules.questions, billFact);
	const bill = isSaid ? undefined : billOf(costs, said);
	// Where every answer is needed at once, speed is the reason, and money only a part of it.
	const isHasty = own(said, "latency")?.value === "strict";
	const payback = own(rules.computed ?? {}, paybackFact) && !isHasty && costs.payback;
	return {
		...(bill && { [billFact]: bill }),
		...(payback && {
			[paybackFact]: {
				value: payback.value,
				from: `computed from calls, tokens and prices as of ${costs.asOf}`,
				says: sayPayback(payback.months),
			},
		}),
	};
}

/** Anything but the deadline and the kind of work moves the payback. */
const paybackInputs = [...costInputs, "latency"].filter(
	(fact) => fact !== "weeks" && fact !== "work",
);

/**
 * The open questions that a computed fact hangs on: first what it cannot be computed without, then what may
 * change it. Only where it runs can take a computed bill away.
 */
export function openInputs(
	{ prices, computed: facts = {} }: Pick<RuleSet, "prices" | "computed">,
	said: Answers,
	{ costs, computed }: Pick<Derived, "costs" | "computed">,
): (fact: string) => readonly string[] {
	const ofPayback = !prices || !own(facts, paybackFact) ? [] : costs ? paybackInputs : costFacts;
	const ofBill = Object.hasOwn(computed, billFact) ? ["deployment"] : [];
	const isOpen = (input: string) => !isExact(own(said, input));
	const open = {
		[paybackFact]: ofPayback.filter(isOpen),
		[billFact]: ofBill.filter(isOpen),
	};
	return (fact) => own(open, fact) ?? [];
}

/** One value, and not a range of them. */
const isExact = (answer: Answers[string] | undefined): boolean =>
	isKnown(answer) && (typeof answer.value === "number" || readSet(answer.value).kind === "words");

/** The cells that further answers can still lead to: those of a computed fact are all open until its inputs are known. */
export const possibleCells = (
	{ domains }: Pick<RuleSet, "domains">,
	masks: readonly Cells[],
	restsOn: (fact: string) => readonly string[],
): Cells[] =>
	domains.map((domain, fact) =>
		restsOn(domain.fact).length > 0 ? allCells(domain) : (masks[fact] as Cells),
	);
