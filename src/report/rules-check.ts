/** What `rules check` found, one line each, with a witness to paste as a test. */

import type { Answers } from "../core/answers.ts";
import { type Checked, nameOf } from "../core/checks/check-rules.ts";
import type { Finding } from "../core/checks/finding.ts";
import { printPromise } from "../core/checks/promise-checks.ts";
import { printPlace } from "../core/problems.ts";
import type { RuleSet } from "../core/rule-set.ts";
import type { Shape } from "./style.ts";

export function printChecked(
	{ findings, explained }: Checked,
	rules: RuleSet,
	shape: Shape,
): string {
	if (shape === "json")
		return JSON.stringify(
			{
				ruleset: { name: rules.name, edition: rules.edition },
				findings: findings.map(plain),
				explained: explained.map((one) => ({ ...plain(one), because: one.because })),
				promises: rules.promises.map(({ promise }) => printPromise(promise)),
			},
			null,
			2,
		);
	const count = rules.scores.flatMap(({ rules, ladders }) => [...rules, ...ladders]).length;
	return [
		...findings.map(printFinding),
		...explained.map((one) => `explained: ${nameOf(one)}: ${one.because}`),
		`${count} rules and ladders, ${rules.gates.length} gates, ${rules.promises.length} promises: ` +
			`${findings.length} findings, ${explained.length} explained.`,
		...(findings.some(({ code }) => code === "promise" || code === "unproved")
			? []
			: ["Every promise is proved for all answers."]),
	].join("\n");
}

const plain = ({ code, about, message, suggestion, at, witness }: Finding) => ({
	code,
	about,
	message,
	suggestion,
	at,
	...(witness && { witness: valuesOf(witness) }),
});

/** `rules/data-size.yaml:41:7 inside: what. What to do.` */
function printFinding(finding: Finding): string {
	const { at, code, message, suggestion, witness } = finding;
	const line = `${printPlace(at)} ${code}: ${message} ${suggestion}`;
	return witness ? `${line}\n  given: ${JSON.stringify(valuesOf(witness))}` : line;
}

export const valuesOf = (answers: Answers): Record<string, string | number> =>
	Object.fromEntries(Object.entries(answers).map(([fact, { value }]) => [fact, value]));
