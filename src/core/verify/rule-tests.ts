/** Tests of a rule set: `given` some answers, `then` something holds for every completion of them. */
import { masksOf, parseAnswers } from "../answers/answers.ts";
import type { Cells } from "../answers/domain.ts";
import { didYouMean } from "../answers/nearest-word.ts";
import { type Budget, giveUp, spend, within } from "../budget.ts";
import { type GateState, type Judgement, judge } from "../decision/judge.ts";
import { diagramsFor } from "../diagram/packed-diagrams.ts";
import { judgeSteps } from "../limits.ts";
import { countTests, stepsOfTest } from "../rules/condition-tests.ts";
import { type Formula, isCertain, isImpossible } from "../rules/formula.ts";
import type { CompiledTest, RuleSet } from "../rules/rule-set.ts";
import { fullCells } from "../rules/rule-set.ts";
import { withComputed } from "../rules/with-computed.ts";

export interface TestResult {
	test: CompiledTest;
	/** What does not hold, a sentence each; empty when the test passes. */
	failures: string[];
	/** What is known, for coverage; undefined when the answers could not be read. */
	known: KnownOutcome | undefined;
}

/** What the given answers settle. */
export interface KnownOutcome {
	masks: Cells[];
	judgement: Judgement;
	/** Whether a condition holds, or fails, for every completion. */
	holds: (formula: Formula) => boolean;
	fails: (formula: Formula) => boolean;
}

export function runTests(rules: RuleSet): TestResult[] {
	const budget = { left: judgeSteps };
	const tests = countTests(rules);
	return rules.tests.map(
		(test) =>
			within(() => {
				spend(budget, tests * stepsOfTest);
				return runTest(rules, test, budget);
			}) ?? { test, known: undefined, failures: [notRun] },
	);
}

const notRun = "This test was not run, because the tests before it used up all the steps allowed.";

function runTest(rules: RuleSet, test: CompiledTest, budget: Budget): TestResult {
	const raw = Object.entries(test.given).map(([fact, value]) => ({
		fact,
		value,
		from: test.name,
	}));
	const answers = parseAnswers(withComputed(rules), raw);
	if (!answers.ok)
		return { test, known: undefined, failures: answers.problems.map(({ message }) => message) };
	const known = knownFrom(rules, masksOf(rules, answers.value), budget);
	// Diagrams that were given up for lack of steps prove less than they could.
	if (budget.left < 0) giveUp();
	const failures = failuresOf(rules, test, known);
	if (failures.length > 0 && !known.judgement.exact) failures.push(bound);
	return { test, known, failures };
}

const bound =
	"The range of the total is an estimate, because the rule set is too large for an exact one.";

function knownFrom(rules: RuleSet, masks: Cells[], budget: Budget): KnownOutcome {
	const diagrams = diagramsFor(rules, masks, budget);
	const full = fullCells(rules);
	return {
		masks,
		judgement: judge(rules, diagrams, masks),
		holds: (formula) => isCertain(formula, masks),
		fails: (formula) => isImpossible(formula, masks, full),
	};
}

function failuresOf(rules: RuleSet, { then }: CompiledTest, known: KnownOutcome): string[] {
	const { judgement } = known;
	const failures: string[] = [];
	const settled = { verdict: judgement.settled, outlook: judgement.outlookSettled };
	for (const key of ["verdict", "outlook"] as const) {
		const wanted = then[key];
		if (wanted === undefined) continue;
		if (judgement[key] !== wanted) failures.push(`The ${key} is ${judgement[key]}, not ${wanted}.`);
		else if (!settled[key])
			failures.push(`The ${key} is ${wanted} only for some values of the facts left out.`);
	}
	for (const id of then.fires ?? []) failures.push(...aboutRule(rules, id, "fires", known.holds));
	for (const id of then.quiet ?? [])
		failures.push(...aboutRule(rules, id, "stays quiet", known.fails));
	for (const [id, wanted] of Object.entries(then.gates ?? {}))
		failures.push(...aboutGate(rules, [id, wanted], known));
	for (const [id, { min, max }] of Object.entries(then.scores ?? {})) {
		const score = judgement.scores[rules.scores.findIndex((one) => one.id === id)];
		if (!score) failures.push(`There is no score ${id}.`);
		else if (score.min < min || score.max > max)
			failures.push(
				`The score ${id} ranges from ${score.min} to ${score.max}, outside ${min} to ${max}.`,
			);
	}
	return failures;
}

function aboutRule(
	rules: RuleSet,
	id: string,
	does: string,
	proved: (formula: Formula) => boolean,
): string[] {
	const all = rules.scores.flatMap((score) => score.rules);
	const rule = all.find((candidate) => candidate.id === id);
	if (!rule)
		return [
			`There is no rule ${id}.${didYouMean(
				id,
				all.map((one) => one.id),
			)}`,
		];
	return proved(rule.when)
		? []
		: [`${id} ${does} only for some values of the facts left out, or for none.`];
}

function aboutGate(
	rules: RuleSet,
	[id, wanted]: [string, GateState],
	known: KnownOutcome,
): string[] {
	const state = known.judgement.gates[rules.gates.findIndex((gate) => gate.id === id)];
	if (state === undefined) return [`There is no gate ${id}.`];
	return state === wanted ? [] : [`The gate ${id} is ${state}, not ${wanted}.`];
}
