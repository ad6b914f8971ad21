/** All checks of a rule set. */

import { formatNumber } from "../answers/numbers.ts";
import { within } from "../budget.ts";
import { diagramsOf } from "../diagram/packed-diagrams.ts";
import { conditionsOf } from "../diagram/search.ts";
import { allVerifySteps, mostFindings, verifySteps } from "../limits.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { checkEchoes } from "./echoes.ts";
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
	const budget = { left: verifySteps, of: { left: allVerifySteps } };
	const conditions = conditionsOf(rules, budget);
	return { rules, diagrams, conditions, joint: diagrams.joint };
}

/** Each with what it speaks of. */
const checks: [what: string, check: (checking: CheckContext) => Finding[]][] = [
	["never, always and twice", checkRules],
	["same, inside and opposite", checkPairs],
	["echo", checkEchoes],
	["gap", checkGaps],
	["idle-fact", checkFacts],
	["unproved", checkSizes],
	["idle", checkIdle],
	["unreachable", checkReach],
	["promise", checkPromises],
];

export function checkRuleSet(rules: RuleSet): RuleSetCheck {
	const checking = checkContext(rules);
	const { budget } = checking.conditions;
	const all = checks.flatMap(([what, check]) => {
		budget.left = verifySteps;
		const found = within(() => check(checking));
		if (!found)
			return [unproved(rules, `The check for ${what} would take too many steps, so its findings`)];
		if (found.length <= mostFindings) return found;
		const rest = `There are ${formatNumber(found.length)} findings for ${what}; all but the first ${mostFindings}`;
		return [...found.slice(0, mostFindings), unproved(rules, rest)];
	});
	budget.left = verifySteps;
	if (budget.of) budget.of.left = verifySteps;
	return separate(
		all.map((finding) => within(() => withWitness(finding, checking)) ?? finding),
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
				message: `"${finding}" is explained, but there is no such finding.`,
				suggestion: "Delete the explanation.",
				at,
			}),
		);
	return {
		findings: [...all.filter((finding) => !reasons.has(findingName(finding))), ...stale],
		explained,
	};
}

/** Diagrams that are too large to be told from. */
function checkSizes({ rules, diagrams, joint }: CheckContext): Finding[] {
	const missing = rules.scores.filter((_, place) => !diagrams.scores[place]).map(({ id }) => id);
	const found = joint
		? []
		: [
				unproved(
					rules,
					"The joint diagram has too many nodes, so the idle, unreachable and promise checks for the total",
				),
			];
	if (missing.length > 0)
		found.push(
			unproved(
				rules,
				`The diagrams of ${missing.join(", ")} have too many nodes, so promises about them`,
			),
		);
	return found;
}

const unproved = (rules: RuleSet, what: string): Finding => ({
	code: "unproved",
	about: [rules.name],
	message: `${what} were left out.`,
	suggestion: "Use fewer facts in each rule.",
	at: rules.scores[0]?.at ?? { file: "rules" },
});
