/** The fewest changes from here that turn the verdict: as cells, and as a decision says them. */

import type { Answers } from "../answers/answers.ts";
import { type Cells, type Domain, formatCells } from "../answers/domain.ts";
import { formatAnswer } from "../answers/format-answer.ts";
import { type Movers, reachableCells } from "../answers/moves.ts";
import type { Question } from "../answers/question.ts";
import { spend, within } from "../budget.ts";
import type { Diagrams } from "../diagram/build-diagrams.ts";
import { type Change, exactChanges, findFlips } from "../diagram/flips.ts";
import { decideSteps } from "../limits.ts";
import { own } from "../own.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Decision } from "./decision.ts";
import { verdictAt } from "./judge.ts";

const mostFlips = 5;

const otherThan = (verdict: Decision["verdict"]): Decision["verdict"] =>
	verdict === "fine-tuning" ? "prompt-engineering" : "fine-tuning";

/** What the team can do by itself, then what takes a change of something given. */
export function turningChanges(
	rules: RuleSet,
	{ joint }: Diagrams,
	{
		masks,
		verdict,
		computed = [],
		changedMasks = () => [],
	}: {
		masks: readonly Cells[];
		verdict: Decision["verdict"];
		/** Facts that are computed: they change through others only. */
		computed?: readonly string[];
		/** The cells after a change that computed facts hang on, for values at its ends; none for other changes. */
		changedMasks?: (way: Change) => readonly (readonly Cells[])[];
	},
): Change[] {
	if (!joint) return [];
	const { threshold } = rules.verdict;
	const to = otherThan(verdict);
	const budget = { left: decideSteps };
	// The search goes by what counts; what is proved may differ, and has the last word.
	const turnsVerdict = (change: Change) =>
		exactChanges(change).every((way) => {
			const changed = [...masks];
			for (const { fact, cells } of way) changed[fact] = cells;
			const again = changedMasks(way);
			return (again.length > 0 ? again : [changed]).every((cells) => {
				spend(budget, joint.child.length);
				return verdictAt(joint, cells, threshold).verdict === to;
			});
		});
	const waysOf = (by: Movers) =>
		findFlips(joint, {
			...{ threshold, to, masks },
			reachable: reachableBy(by, rules, masks).map((cells, fact) =>
				computed.includes(rules.domains[fact]?.fact as string) ? 0 : cells,
			),
		});
	const turning: Change[] = [];
	// Of a large rule set not every change can be tried: fewer are shown, and none that was not.
	within(() => {
		const byAnyone = waysOf("anyone").filter((change) => takesGiven(change, rules));
		for (const change of [...waysOf("team"), ...byAnyone]) {
			if (turning.length === mostFlips) break;
			if (turnsVerdict(change)) turning.push(change);
		}
	});
	return turning;
}

/** Computed facts have none. */
const questionOf = ({ questions, domains }: RuleSet, fact: number): Question | undefined =>
	own(questions, domains[fact]?.fact as string);

/** By fact: the cells that its answer can come to. */
export const reachableBy = (by: Movers, rules: RuleSet, masks: readonly Cells[]): Cells[] =>
	rules.domains.map((domain, fact) => {
		const question = questionOf(rules, fact);
		return question ? reachableCells(question, { domain, cells: masks[fact] as Cells, by }) : 0;
	});

const takesGiven = (change: Change, rules: RuleSet): boolean =>
	change.some(({ fact }) => questionOf(rules, fact)?.moves === "given");

export const formatFlip = (
	change: Change,
	rules: RuleSet,
	{ verdict, answers }: { verdict: Decision["verdict"]; answers: Answers },
): Decision["flips"][number] => ({
	verdict: otherThan(verdict),
	given: takesGiven(change, rules),
	changes: change.map(({ fact, cells }) => {
		const domain = rules.domains[fact] as Domain;
		return {
			fact: domain.fact,
			from: formatAnswer(own(answers, domain.fact)),
			to: formatCells(domain, cells),
		};
	}),
});
