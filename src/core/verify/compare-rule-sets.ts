/** Two rule sets over the same answers: for which of them the verdict differs. */
import { type Answers, masksOf, parseAnswers } from "../answers/answers.ts";
import { type Budget, giveUp, spend, within } from "../budget.ts";
import type { PublishedCase } from "../cases/case-file.ts";
import { judge } from "../decision/judge.ts";
import { buildJoint } from "../diagram/build-diagrams.ts";
import { diagramsFor } from "../diagram/packed-diagrams.ts";
import { exampleAnswers, type FoundCells } from "../diagram/search.ts";
import { buildVerdictDiagram, NO, type VerdictDiagram, YES } from "../diagram/verdict-diagram.ts";
import { compareSteps, judgeSteps } from "../limits.ts";
import { countTests, stepsOfTest } from "../rules/condition-tests.ts";
import { findOrder } from "../rules/fact-order.ts";
import { fullCells, type RuleSet } from "../rules/rule-set.ts";
import type { Side } from "../side.ts";
import { commonDomains, refine } from "./refine.ts";

/** Answers that move one way, as a share of all answers, and the shortest example. */
export interface VerdictMove {
	share: number;
	example: Answers | undefined;
}

export interface Comparison {
	/** Answers that go from prompts to training. */
	toFineTuning: VerdictMove;
	/** Answers that go from training to prompts. */
	toPrompts: VerdictMove;
}

/** Undefined when that takes too many nodes or steps. */
export function compareRuleSets(
	before: RuleSet,
	after: RuleSet,
	{ outlook = false } = {},
): Comparison | undefined {
	return within(() => compareWithin(before, after, { outlook, budget: { left: compareSteps } }));
}

function compareWithin(
	before: RuleSet,
	after: RuleSet,
	{ outlook, budget }: { outlook: boolean; budget: Budget },
): Comparison {
	const domains = commonDomains(before, after);
	const both = [before, after].map((rules) => refine(rules, domains));
	const order = findOrder({
		domains,
		scores: both.flatMap(({ scores }) => scores),
		gates: both.flatMap(({ gates }) => gates),
	});
	const [first, second] = both.map((rules) => verdictsOf({ ...rules, order }, outlook, budget)) as [
		VerdictDiagram,
		VerdictDiagram,
	];
	const rules = { ...(both[0] as RuleSet), order };
	return {
		toFineTuning: movesTo(YES, [first, second], rules, budget),
		toPrompts: movesTo(NO, [first, second], rules, budget),
	};
}

function verdictsOf(rules: RuleSet, closedToo: boolean, budget: Budget): VerdictDiagram {
	const joint = buildJoint(rules, { budget }) ?? giveUp();
	const { threshold } = rules.verdict;
	return buildVerdictDiagram(joint, fullCells(rules), { threshold, closedToo }, budget);
}

/** To look a pair of nodes up, and all below them, takes about as long as so many steps of a build. */
const stepsOfPair = 100;

/** What `after` says and `before` does not. */
function movesTo(
	verdict: typeof YES | typeof NO,
	[before, after]: [VerdictDiagram, VerdictDiagram],
	rules: RuleSet,
	budget: Budget,
): VerdictMove {
	const known = new Map<string, { share: number; facts: number }>();
	const nowhere = { share: 0, facts: Number.POSITIVE_INFINITY };
	const look = (a: number, b: number): { share: number; facts: number } => {
		if (a <= YES && b <= YES) return a !== b && b === verdict ? { share: 1, facts: 0 } : nowhere;
		const key = `${a}|${b}`;
		const seen = known.get(key);
		if (seen) return seen;
		spend(budget, stepsOfPair);
		const below = childrenOf(a, b, before, after).map(({ next }) => look(...next));
		const result = {
			share: below.reduce((sum, { share }) => sum + share, 0) / below.length,
			facts: 1 + Math.min(...below.map(({ facts }) => facts)),
		};
		known.set(key, result);
		return result;
	};
	const found = look(before.root, after.root);
	if (found.share === 0) return { share: 0, example: undefined };
	return { share: found.share, example: exampleAnswers(rules, shortestWay(before, after, look)) };
}

type CountFacts = (a: number, b: number) => { facts: number };

/** The way with the fewest facts. */
function shortestWay(before: VerdictDiagram, after: VerdictDiagram, look: CountFacts): FoundCells {
	const way = new Map<number, number>();
	let at: [number, number] = [before.root, after.root];
	while (at[0] > YES || at[1] > YES) {
		const below = childrenOf(...at, before, after);
		const best = below.reduce((a, b) => (look(...b.next).facts < look(...a.next).facts ? b : a));
		way.set(best.level, best.cell);
		at = best.next;
	}
	return way;
}

function childrenOf(a: number, b: number, before: VerdictDiagram, after: VerdictDiagram) {
	const level = Math.min(before.level[a] as number, after.level[b] as number);
	const down = (diagram: VerdictDiagram, node: number, index: number) =>
		diagram.level[node] === level ? (diagram.children[node]?.[index] as number) : node;
	return (before.cells[level] as number[]).map((cell, index) => ({
		level,
		cell,
		next: [down(before, a, index), down(after, b, index)] as [number, number],
	}));
}

/** A recorded case whose outlook, or verdict, is another under the second rule set. */
export interface MovedCase {
	id: string;
	before: { verdict: Side; outlook: Side };
	after: { verdict: Side; outlook: Side };
}

/** Cases that a rule set cannot read are left out: its questions may differ. Undefined when deciding them all takes too many steps. */
export function movedCases(
	before: RuleSet,
	after: RuleSet,
	cases: readonly Pick<PublishedCase, "id" | "facts">[],
): MovedCase[] | undefined {
	const budget = { left: judgeSteps };
	// A verdict takes no look at the steps that follow from it.
	const both = [before, after].map((rules) => ({
		rules,
		steps: countTests({ ...rules, steps: [] }) * stepsOfTest,
	}));
	return within(() =>
		cases.flatMap(({ id, facts }) => {
			const [a, b] = both.map(({ rules, steps }) => {
				spend(budget, steps);
				return adviceOn(rules, facts, budget);
			});
			const same = !a || !b || (a.verdict === b.verdict && a.outlook === b.outlook);
			return same ? [] : [{ id, before: a, after: b }];
		}),
	);
}

function adviceOn(rules: RuleSet, facts: PublishedCase["facts"], budget: Budget) {
	const raw = Object.entries(facts).map(([fact, value]) => ({ fact, value, from: "case" }));
	const answers = parseAnswers(rules.questions, raw);
	if (!answers.ok) return undefined;
	const masks = masksOf(rules, answers.value);
	const { verdict, outlook } = judge(rules, diagramsFor(rules, masks, budget), masks);
	// Without its diagrams the advice may be another one.
	if (budget.left < 0) giveUp();
	return { verdict, outlook };
}
