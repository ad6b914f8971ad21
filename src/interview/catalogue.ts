/** Every question as data, what the answers so far make of it, and which comes next: an interview for other programs. */
import { type Answers, isKnown } from "../core/answers/answers.ts";
import { valuesOf } from "../core/answers/domain.ts";
import type { Question } from "../core/answers/question.ts";
import { decide } from "../core/decision/decide.ts";
import type { Decision } from "../core/decision/decision.ts";
import { answersOn } from "../core/decision/derived-answers.ts";
import { own } from "../core/own.ts";
import type { Formula } from "../core/rules/formula.ts";
import { plainFormula } from "../core/rules/plain-formula.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { Catalogue, CatalogueQuestion } from "../report/questions/json-schema.ts";
import { whyNow } from "./messages.ts";
import { coreOf, isSkipped, questionsOf } from "./order.ts";
import { planNext } from "./plan.ts";
import { isResultFixed } from "./proof.ts";
import { factsToGoBy, startInterview, withTitle } from "./state.ts";

interface Known {
	answers: Answers;
	title: string | undefined;
}

/** @param asOf the day of the decision, YYYY-MM-DD */
export function catalogueOf(rules: RuleSet, { answers, title }: Known, asOf: string): Catalogue {
	// The title is no fact, and whoever asks through a program has a name for the project.
	const state = startInterview(withTitle(answers, title ?? "unknown"));
	const decision = decide(rules, factsToGoBy(rules, state), { asOf });
	const { next, isCoreDone } = planNext(rules, state, { decision, all: false });
	const core = coreOf(rules, questionsOf(rules), answers);
	return {
		schemaVersion: 1,
		ruleset: { name: rules.name, edition: rules.edition },
		title: title ?? null,
		next: next ? nextOf(next) : null,
		coreDone: isCoreDone,
		settled: decision.settled,
		fixed: isResultFixed(rules, answersOn(rules, answers, asOf), decision),
		sections: Object.entries(rules.sections).map(([id, title]) => ({ id, title })),
		questions: Object.entries(rules.questions).map(([fact, question]) => ({
			fact,
			...textsOf(question),
			core: core.includes(fact),
			coreWhen: plain(rules, own(rules.cores, fact)),
			skipWhen: plain(rules, own(rules.skips, fact)),
			...stateOf(rules, fact, answers),
			...weightOf(fact, decision),
		})),
	};
}

type Next = NonNullable<Catalogue["next"]>;

function nextOf({ fact, reason }: { fact: string; reason: string }): Next {
	// Nothing is saved and nobody goes back here.
	const known = reason as Next["reason"];
	return { fact, reason: known, why: whyNow(known) ?? "Every interview asks this one." };
}

function textsOf(question: Question) {
	const { ask, label, why, find, section, moves, choices, number, text } = question;
	const meanings = choices ?? question["yes-no"] ?? {};
	return {
		...{ ask, label, why, find, section: section ?? null, moves },
		kind: choices ? "choice" : number ? "number" : text ? "text" : "yes-no",
		values:
			valuesOf(question)?.map((value) => ({ value, means: own(meanings, value) ?? "" })) ?? null,
		number: number ? { ...number, whole: number.whole === true } : null,
		example: text?.example ?? null,
	} satisfies Partial<CatalogueQuestion>;
}

const plain = ({ domains }: RuleSet, formula: Formula | undefined) =>
	formula ? plainFormula(formula, domains) : null;

function stateOf(rules: RuleSet, fact: string, answers: Answers) {
	const answer = own(answers, fact);
	const open = isSkipped(rules, fact, answers) ? "skipped" : "open";
	const state = isKnown(answer) ? "answered" : answer ? "unknown" : open;
	return {
		state,
		answer: isKnown(answer) ? answer.value : null,
		from: answer?.from ?? null,
	} satisfies Partial<CatalogueQuestion>;
}

function weightOf(name: string, { unknown }: Decision) {
	const open = unknown.find(({ fact }) => fact === name);
	return { couldFlip: open?.couldFlip ?? false, alone: open?.alone ?? false };
}
