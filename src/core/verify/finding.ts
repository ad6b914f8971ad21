/** What `rules check` found: where, what, a witness, and what to do. */
import type { Answers } from "../answers/answers.ts";
import type { Diagrams } from "../diagram/build-diagrams.ts";
import type { Conditions } from "../diagram/conditions.ts";
import type { Diagram } from "../diagram/diagram.ts";
import { exampleAnswers, satisfy } from "../diagram/search.ts";
import type { Place } from "../problems.ts";
import type { Formula } from "../rules/formula.ts";
import type { RuleSet } from "../rules/rule-set.ts";

type FindingCode =
	// Of one rule.
	| "never"
	| "always"
	| "twice"
	// Of two rules of a score.
	| "same"
	| "inside"
	| "opposite"
	// Of two rules or ladders of any scores.
	| "echo"
	// Of scores, facts and verdicts.
	| "gap"
	| "idle"
	| "idle-fact"
	| "unreachable"
	| "promise"
	// Of the check itself: an explanation of nothing, and a joint diagram that is too large to tell.
	| "stale"
	| "unproved";

export interface Finding {
	code: FindingCode;
	/** What it is about: a rule id, fact, score or promise; with a second id where two are compared. */
	about: string[];
	message: string;
	suggestion: string;
	at: Place;
	/** Answers that show it, to be pasted as a test. */
	witness?: Answers;
}

/** What every check looks at. */
export interface CheckContext {
	rules: RuleSet;
	diagrams: Diagrams;
	conditions: Conditions;
	joint: Diagram | undefined;
}

/** A share in per cent for people, never rounded to nothing. */
export function percent(share: number): string {
	const value = share * 100;
	if (value === 0 || value === 100) return `${value}%`;
	if (value < 0.01) return "less than 0.01%";
	if (value > 99.99) return "more than 99.99%";
	return `${Number(value.toPrecision(3))}%`;
}

/** Answers for which a condition holds, naming as few facts as it takes; undefined where there are none. */
export function answersFor(
	formula: Formula,
	{ rules, conditions }: CheckContext,
): Answers | undefined {
	const found = satisfy(conditions, conditions.intern(formula));
	return found && exampleAnswers(rules, found);
}
