/** Rule set and answers in, decision out: pure, deterministic, exact. */
import { type Answers, masksOf } from "../answers/answers.ts";
import { type Cells, formatCells } from "../answers/domain.ts";
import { fill, formatAnswer } from "../answers/format-answer.ts";
import { type CaseIndex, type ComparedCase, indexOf } from "../cases/case-index.ts";
import { nearestCases } from "../cases/nearest-cases.ts";
import type { Diagrams } from "../diagram/build-diagrams.ts";
import { type Change, exactChanges, findFlips } from "../diagram/flips.ts";
import { diagramsFor } from "../diagram/packed-diagrams.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { confidenceOf, strengthOf } from "./confidence.ts";
import type { Decision } from "./decision.ts";
import { type Judgement, judge, verdictAt } from "./judge.ts";
import { preparedUnknowns } from "./prepared.ts";
import { providerNotices } from "./provider-notices.ts";
import { listReasons, markTable, towardOf } from "./reasons.ts";
import { chooseSteps } from "./steps.ts";
import { describeUnknowns } from "./unknowns.ts";

/** As they are, or made ready to be compared. */
export type Cases = readonly ComparedCase[] | CaseIndex;

export interface DecideOptions {
	/** The day of the decision, YYYY-MM-DD: what a provider still trains depends on it. */
	asOf?: string;
	/** Published cases, to name the nearest. */
	cases?: Cases;
}

const mostFlips = 5;

/** Decides. Throws only on a bug; answers come from `parseAnswers`. */
export function decide(
	rules: RuleSet,
	answers: Answers,
	{ asOf = rules.providers["as-of"], cases = [] }: DecideOptions = {},
): Decision {
	const masks = masksOf(rules, answers);
	const diagrams = diagramsFor(rules, masks);
	const judgement = judge(rules, diagrams, masks);
	const { total, outlook, verdict, settled, outlookSettled, exact } = judgement;
	const { threshold } = rules.verdict;
	const reasons = listReasons(rules, judgement, answers);
	const unknowns =
		preparedUnknowns(rules, answers) ??
		describeUnknowns(rules, diagrams.joint, { judgement, masks, answers });
	const confidence = confidenceOf(rules, { ...judgement, completions: unknowns.completions });
	const strength = strengthOf(rules, confidence);
	return {
		schemaVersion: 1,
		ruleset: { name: rules.name, edition: rules.edition },
		verdict,
		outlook,
		strength,
		confidence,
		settled,
		outlookSettled,
		...headlineOf(rules, judgement),
		completions: unknowns.completions,
		total: { ...total, threshold, exact },
		scores: listScores(rules, judgement),
		gates: listGates(rules, judgement, answers),
		reasons,
		table: markTable(rules, reasons),
		unknown: unknowns.unknown,
		nextQuestion: unknowns.nextQuestion,
		flips: listFlips(rules, diagrams, { masks, verdict, answers }),
		notices: providerNotices(rules, answers, asOf),
		steps: chooseSteps(rules, { verdict, outlook, strength, masks, answers }),
		cases: nearestCases(rules, answers, "postings" in cases ? cases : indexOf(rules, cases)),
		answers,
	};
}

/** What to do in a sentence, and what that means. */
export function headlineOf(
	rules: RuleSet,
	{ verdict, outlook }: Pick<Judgement, "verdict" | "outlook">,
) {
	const { says, means } = rules.headlines[verdict === outlook ? verdict : "expect-fine-tuning"];
	return { headline: says, summary: means };
}

function listScores(rules: RuleSet, { scores }: Judgement): Decision["scores"] {
	return rules.scores.map(({ id, asks, weight }, index) => {
		const { points, min, max } = scores[index] as Judgement["scores"][number];
		return { criterion: id, asks, weight, points, min, max, toward: towardOf(points) };
	});
}

function listGates(rules: RuleSet, judgement: Judgement, answers: Answers): Decision["gates"] {
	return rules.gates.map((gate, index) => {
		const state = judgement.gates[index] as Judgement["gates"][number];
		const because = fill(gate[state], answers);
		return { id: gate.id, asks: gate.asks, state, because, opens: gate.opens };
	});
}

function listFlips(
	rules: RuleSet,
	{ joint }: Diagrams,
	{ masks, verdict, answers }: { masks: Cells[]; verdict: Decision["verdict"]; answers: Answers },
): Decision["flips"] {
	if (!joint) return [];
	const { threshold } = rules.verdict;
	const to = verdict === "fine-tuning" ? "prompt-engineering" : "fine-tuning";
	const changeable = (fact: number) =>
		rules.questions[rules.domains[fact]?.fact as string]?.yours === true;
	// The search goes by what counts; what is proved may differ, and has the last word.
	const turnsVerdict = (change: Change) =>
		exactChanges(change).every((way) => {
			const changed = [...masks];
			for (const { fact, cells } of way) changed[fact] = cells;
			return verdictAt(joint, changed, threshold).verdict === to;
		});
	const turning: Change[] = [];
	for (const change of findFlips(joint, { threshold, to, masks, changeable })) {
		if (turning.length === mostFlips) break;
		if (turnsVerdict(change)) turning.push(change);
	}
	return turning.map((change) => ({
		verdict: to,
		changes: change.map(({ fact, cells }) => {
			const domain = rules.domains[fact] as RuleSet["domains"][number];
			return {
				fact: domain.fact,
				from: formatAnswer(answers[domain.fact]),
				to: formatCells(domain, cells),
			};
		}),
	}));
}
