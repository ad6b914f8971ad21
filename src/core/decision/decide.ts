/** Rule set and answers in, decision out: pure, deterministic, exact. */
import { type Answers, masksOf } from "../answers/answers.ts";
import type { Cells } from "../answers/domain.ts";
import { fillAnswers } from "../answers/format-answer.ts";
import { type CaseIndex, type ComparedCase, indexOf } from "../cases/case-index.ts";
import { nearestCases } from "../cases/nearest-cases.ts";
import type { CostComparison } from "../cost/compare-costs.ts";
import { dataOf } from "../cost/cost-data.ts";
import { costFacts } from "../cost/known-costs.ts";
import { billFact, billFault } from "../cost/monthly-spend.ts";
import type { Change } from "../diagram/flips.ts";
import { diagramsFor } from "../diagram/packed-diagrams.ts";
import { isCertain, isImpossible } from "../rules/formula.ts";
import { fullCells, type RuleSet } from "../rules/rule-set.ts";
import { changedMasksOf } from "./changed-answers.ts";
import { type ClosedRoute, overruled } from "./closed-route.ts";
import { confidenceAt, confidenceInputs, strengthOf } from "./confidence.ts";
import { findContradictions } from "./contradictions.ts";
import type { Decision } from "./decision.ts";
import { deriveAnswers, openInputs, possibleCells } from "./derived-answers.ts";
import { factsBehind } from "./facts-behind.ts";
import { type Judgement, judge } from "./judge.ts";
import { preparedUnknowns } from "./prepared.ts";
import { providerNotices, retirementOf } from "./provider-notices.ts";
import { listReasons, markTable, towardOf } from "./reasons.ts";
import { headlineOf, stateOf } from "./state.ts";
import { withSavings } from "./step-savings.ts";
import { chooseSteps } from "./steps.ts";
import { formatFlip, turningChanges } from "./turning-changes.ts";
import { describeUnknowns } from "./unknowns.ts";

/** As they are, or made ready to be compared. */
export type Cases = readonly ComparedCase[] | CaseIndex;

export interface DecideOptions {
	/** The day of the decision, YYYY-MM-DD: what a provider still trains depends on it. */
	asOf?: string;
	/** Published cases, to name the nearest. */
	cases?: Cases;
	/** What the project is called. */
	title?: string | undefined;
}

/** Decides. Throws only on a bug; answers come from `parseAnswers`. */
export const decide = (rules: RuleSet, answers: Answers, options?: DecideOptions): Decision =>
	decideWithChanges(rules, answers, options).decision;

/** A decision, and its flips as cells: in the same order as it says them. */
export interface DecisionWithChanges {
	decision: Decision;
	changes: Change[];
}

export function decideWithChanges(
	rules: RuleSet,
	said: Answers,
	{ asOf = rules.providers["as-of"], cases = [], title }: DecideOptions = {},
): DecisionWithChanges {
	const { costs, closed, computed, known, counted: answers } = deriveAnswers(rules, said, asOf);
	const masks = masksOf(rules, answers);
	// Words and steps go by what is known: another provider may well train the model.
	const knownMasks = masksOf(rules, known);
	const restsOn = openInputs(rules, said, { costs, computed });
	const possible = possibleCells(rules, masks, restsOn);
	const diagrams = diagramsFor(rules, possible);
	const judgement = judge(rules, diagrams, masks, possible);
	const { total, outlook, verdict, settled, outlookSettled, exact } = judgement;
	const { threshold } = rules.verdict;
	const reasons = listReasons(rules, judgement, { answers, masks });
	const unknowns =
		preparedUnknowns(rules, answers) ??
		describeUnknowns(rules, diagrams.joint, { judgement, masks: possible, answers, restsOn });
	const { completions } = unknowns;
	const confidence = confidenceAt(rules.verdict.confidence, confidenceInputs(rules, judgement));
	const strength = strengthOf(rules, confidence);
	// Where the route is closed no answer turns the verdict: another provider does.
	const changes = closed
		? []
		: turningChanges(rules, diagrams, {
				...{ masks, verdict, computed: Object.keys(computed) },
				changedMasks: changedMasksOf(rules, said, asOf),
			});
	const state = stateOf(rules, { verdict, outlook, strength, masks, answers });
	const gates = listGates(rules, judgement, { masks, answers, knownMasks, closed });
	const chosen = chooseSteps(rules, {
		verdict,
		outlook,
		strength,
		state,
		gates,
		masks: knownMasks,
		answers: known,
		retires: retirementOf(rules, said, asOf),
		asOf,
	});
	const steps = withSavings(chosen, costs, known);
	const decision: Decision = {
		schemaVersion: 1,
		ruleset: { name: rules.name, edition: rules.edition },
		title: title ?? null,
		state,
		verdict,
		outlook,
		strength,
		confidence,
		settled,
		outlookSettled,
		...headlineOf(rules, state, {
			verdict,
			settled,
			outlookSettled,
			steps,
			masks: knownMasks,
			waits: listWaits(rules, gates, knownMasks),
			closed: listWaits(rules, gates, knownMasks, ["closed"]),
		}),
		completions,
		total: { ...total, threshold, exact },
		scores: listScores(rules, judgement),
		gates,
		reasons,
		table: markTable(rules, reasons),
		unknown: unknowns.unknown,
		// Where nothing is wrong there is nothing to find out either.
		nextQuestion: state === "keep" ? null : unknowns.nextQuestion,
		flips: changes.map((change) => formatFlip(change, rules, { verdict, answers })),
		notices: providerNotices(rules, said, asOf),
		steps,
		cases: nearestCases(rules, answers, "postings" in cases ? cases : indexOf(rules, cases)),
		contradictions: [
			...findContradictions(rules, masksOf(rules, said), said),
			...doubtedBill(costs, said),
			...overruled(rules, said, closed),
		],
		cost: costs ? dataOf(costs) : null,
		answers: said,
		computed,
	};
	return { decision, changes };
}

/** A bill that the calls do not come to. */
function doubtedBill(costs: CostComparison | undefined, said: Answers): Decision["contradictions"] {
	const fault = costs && billFault(costs, said);
	return fault ? [{ facts: [billFact, ...costFacts], says: fault }] : [];
}

function listScores(rules: RuleSet, { scores }: Judgement): Decision["scores"] {
	return rules.scores.map(({ id, asks, weight }, index) => {
		const { points, min, max } = scores[index] as Judgement["scores"][number];
		return { criterion: id, asks, weight, points, min, max, toward: towardOf(points) };
	});
}

interface GateContext {
	masks: readonly Cells[];
	answers: Answers;
	/** Without what a closed provider makes of them. */
	knownMasks: readonly Cells[];
	closed: ClosedRoute | undefined;
}

/** What the gates that are not open wait for, those that are closed first. */
function listWaits(
	rules: RuleSet,
	gates: Decision["gates"],
	masks: readonly Cells[],
	states: readonly Judgement["gates"][number][] = ["closed", "unknown"],
): readonly string[] {
	return states.flatMap((wanted) =>
		gates.flatMap(({ id, state }, index) => {
			const gate = rules.gates[index] as RuleSet["gates"][number];
			return state === wanted ? [wordsOf(gate, masks).needs ?? id.replaceAll("-", " ")] : [];
		}),
	);
}

/** The words of a gate for these answers. */
const wordsOf = (gate: RuleSet["gates"][number], masks: readonly Cells[]) =>
	gate.instead.find(({ when }) => isCertain(when, masks)) ?? gate;

function listGates(
	rules: RuleSet,
	judgement: Judgement,
	{ masks, answers, knownMasks, closed }: GateContext,
): Decision["gates"] {
	const full = fullCells(rules);
	return rules.gates.map((gate, index) => {
		const { id } = gate;
		const state = judgement.gates[index] as Judgement["gates"][number];
		const words = wordsOf(gate, masks);
		const facts =
			state === "unknown"
				? []
				: factsBehind(gate.when, state === "open" ? "holds" : "fails", { rules, masks });
		if (closed && state === "closed" && !isImpossible(gate.when, knownMasks, full))
			return { id, asks: words.asks, state, because: closed.says, opens: closed.opens, facts };
		const because = fillAnswers(words[state], answers);
		return { id, asks: words.asks, state, because, opens: words.opens, facts };
	});
}
