/** All checks of a rule set. */

import { diagramsOf } from "../diagram/packed-diagrams.ts";
import { conditionsOf } from "../diagram/search.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { answersFor, type CheckContext, type Finding } from "./finding.ts";
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
	return { rules, diagrams, conditions: conditionsOf(rules), joint: diagrams.joint };
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
function withWitness(finding: Finding, checking: CheckContext): Finding {
	const all = checking.rules.scores.flatMap((score) => score.rules);
	const rule = all.find(({ id }) => id === finding.about[0]);
	if (finding.witness || !rule) return finding;
	const witness = answersFor(rule.when, checking);
	return witness ? { ...finding, witness } : finding;
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
