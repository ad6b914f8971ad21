/** The built-in rules and cases as a run wants them: checked, with their diagrams and their index. */
import { masksOf } from "../src/core/answers/answers.ts";
import type { PublishedCase } from "../src/core/cases/case-file.ts";
import { indexOf } from "../src/core/cases/case-index.ts";
import { openInputs, possibleCells } from "../src/core/decision/derived-answers.ts";
import { judge } from "../src/core/decision/judge.ts";
import { describeUnknowns } from "../src/core/decision/unknowns.ts";
import { buildDiagrams } from "../src/core/diagram/build-diagrams.ts";
import { packDiagrams } from "../src/core/diagram/packed-diagrams.ts";
import type { RuleSet } from "../src/core/rules/rule-set.ts";
import type { BuiltCases } from "../src/io/load-cases.ts";
import type { BuiltRules } from "../src/io/load-rules.ts";
import { improveOrder } from "./improve-order.ts";

const nothingComputed = { costs: undefined, computed: {} };

export function prepareRules(read: RuleSet): BuiltRules {
	const rules = { ...read, order: improveOrder(read).order };
	const diagrams = buildDiagrams(rules);
	const [masks, restsOn] = [masksOf(rules, {}), openInputs(rules, {}, nothingComputed)];
	const possible = possibleCells(rules, masks, restsOn);
	const judgement = judge(rules, diagrams, masks, possible);
	const nothingKnown = describeUnknowns(rules, diagrams.joint, {
		...{ judgement, masks: possible, answers: {}, restsOn },
	});
	return { rules, prepared: { diagrams: packDiagrams(diagrams), nothingKnown } };
}

export function indexCases(rules: RuleSet, cases: readonly PublishedCase[]): BuiltCases {
	const sorted = cases.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	const { cases: _, ...index } = indexOf(rules, sorted);
	return { cases: sorted, index };
}
