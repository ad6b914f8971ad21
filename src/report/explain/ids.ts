/** What `explain` can be asked for; apart from the texts, since completion needs the ids alone. */
import type { PublishedCase } from "../../core/cases/case-file.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";

/** Every id that can be explained. */
export const explainable = (rules: RuleSet, cases: readonly PublishedCase[] = []): string[] => [
	...Object.keys(rules.questions),
	...rules.scores.flatMap((score) => [
		score.id,
		...[...score.ladders, ...score.rules].map(({ id }) => id),
	]),
	...rules.gates.map(({ id }) => id),
	...Object.keys(rules.lecture.table),
	...Object.keys(rules.lecture.statements),
	...Object.keys(rules.evidence),
	...Object.keys(rules.disagreements),
	...rules.steps.map(({ id }) => id),
	...Object.keys(rules.providers.status),
	...cases.map(({ id }) => id),
];
