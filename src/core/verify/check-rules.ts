/** All checks of a rule set. */

import { levelSizes } from "../diagram/diagram.ts";
import { diagramsOf } from "../diagram/packed-diagrams.ts";
import { conditionsOf, exampleAnswers, satisfy } from "../diagram/search.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { CheckContext, Finding } from "./finding.ts";
import { checkPairs } from "./pair-checks.ts";
import { checkPromises } from "./promise-checks.ts";
import { checkRules } from "./rule-checks.ts";
import { checkFacts, checkGaps } from "./score-checks.ts";
import { checkIdle, checkReach } from "./verdict-checks.ts";

export interface RuleSetCheck {
	findings: Finding[];
	/** Findings that the rule set says are meant to be, with its reason. */
	explained: (Finding & { because: string })[];
}

/** What every check looks at, for one rule set. */
export function checkContext(rules: RuleSet): CheckContext {
	const diagrams = diagramsOf(rules);
	const sizes = levelSizes(rules);
	const conditions = conditionsOf({ order: rules.order, sizes });
	return { rules, diagrams, conditions, sizes, joint: diagrams.joint };
}

export function checkRuleSet(rules: RuleSet): RuleSetCheck {
	const checking = checkContext(rules);
	const all = [
		...checkRules(checking),
		...checkPairs(checking),
		...checkGaps(checking),
		...checkFacts(checking),
		...(checking.joint ? [] : [unproved(rules)]),
		...checkIdle(checking),
		...checkReach(checking),
		...checkPromises(checking),
	];
	return separate(
		all.map((finding) => withWitness(finding, checking)),
		rules,
	);
}

/** A finding about a rule is shown by answers for which the rule holds, where there are any. */
function withWitness(finding: Finding, { rules, conditions, sizes }: CheckContext): Finding {
	const all = rules.scores.flatMap((score) => score.rules);
	const rule = all.find(({ id }) => id === finding.about[0]);
	if (finding.witness || !rule) return finding;
	const found = satisfy(conditions, sizes, conditions.intern(rule.when));
	return found ? { ...finding, witness: exampleAnswers(rules, found) } : finding;
}

/** `inside data-size.polyglot data-size.niche`, as `explained` names it. */
export const findingName = ({ code, about }: Finding): string => [code, ...about].join(" ");

function separate(all: Finding[], rules: RuleSet): RuleSetCheck {
	const reasons = new Map(rules.explained.map((one) => [one.finding, one]));
	const explained = all.flatMap((finding) => {
		const reason = reasons.get(findingName(finding));
		return reason ? [{ ...finding, because: reason.because }] : [];
	});
	const names = new Set(all.map(findingName));
	const stale = rules.explained
		.filter(({ finding }) => !names.has(finding))
		.map(
			({ finding, at }): Finding => ({
				code: "stale",
				about: [finding],
				message: `"${finding}" is explained, but it is not found.`,
				suggestion: "Delete the explanation.",
				at,
			}),
		);
	return {
		findings: [...all.filter((finding) => !reasons.has(findingName(finding))), ...stale],
		explained,
	};
}

const unproved = (rules: RuleSet): Finding => ({
	code: "unproved",
	about: [rules.name],
	message:
		"The joint diagram has too many nodes, so idle, unreachable and promise checks of the total were left out.",
	suggestion: "Let fewer facts stand together in one rule.",
	at: rules.scores[0]?.at ?? { file: "rules" },
});
