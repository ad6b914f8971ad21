/** What `rules check` found, one line each, with a witness to paste as a test. */

import type { Answers } from "../../core/answers/answers.ts";
import { oneLine } from "../../core/harmless.ts";
import { formatPlace } from "../../core/problems.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { findingName, type RuleSetCheck } from "../../core/verify/check-rules.ts";
import type { Finding } from "../../core/verify/finding.ts";
import { formatPromise } from "../../core/verify/promise-checks.ts";
import { json } from "../json.ts";
import type { Shape } from "../style.ts";

export function formatChecked(
	{ findings, explained }: RuleSetCheck,
	rules: RuleSet,
	shape: Shape,
): string {
	if (shape === "json")
		return json({
			ruleset: { name: rules.name, edition: rules.edition },
			findings: findings.map(plain),
			explained: explained.map((one) => ({ ...plain(one), because: one.because })),
			promises: rules.promises.map(({ promise }) => formatPromise(promise)),
		});
	const count = rules.scores.flatMap(({ rules, ladders }) => [...rules, ...ladders]).length;
	return [
		...findings.map(formatFinding),
		...explained.map((one) => oneLine(`explained: ${findingName(one)}: ${one.because}`)),
		`${count} rules and ladders, ${rules.gates.length} gates, ${rules.promises.length} promises: ` +
			`${findings.length} findings, ${explained.length} explained.`,
		...(findings.some(({ code }) => code === "promise" || code === "unproved")
			? []
			: ["Every promise is proven for all answers."]),
	].join("\n");
}

const plain = ({ code, about, message, suggestion, at, witness }: Finding) => ({
	code,
	about,
	message,
	suggestion,
	at,
	...(witness && { witness: witnessValues(witness) }),
});

/** `rules/data-size.yaml:41:7 inside: what. What to do.` */
function formatFinding(finding: Finding): string {
	const { at, code, message, suggestion, witness } = finding;
	const line = oneLine(`${formatPlace(at)} ${code}: ${message} ${suggestion}`);
	return witness ? `${line}\n  given: ${JSON.stringify(witnessValues(witness))}` : line;
}

export const witnessValues = (answers: Answers): Record<string, string | number> =>
	Object.fromEntries(Object.entries(answers).map(([fact, { value }]) => [fact, value]));
