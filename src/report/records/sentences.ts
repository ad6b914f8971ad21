/** What `check` says of a record, in words that all its formats share. */

import { listed } from "../../core/answers/format-answer.ts";
import { formatNumber } from "../../core/answers/numbers.ts";
import { oneLine } from "../../core/harmless.ts";
import { own } from "../../core/own.ts";
import { formatPlace } from "../../core/problems.ts";
import {
	type CheckedFiles,
	type CheckedRecord,
	isOutdated,
	recordStates,
} from "../../core/records/check-record.ts";
import type { Differences } from "../../core/records/compare-decisions.ts";
import { count, gateWords, signed } from "../words.ts";

/** `docs/design.md:12`. */
export const placeOf = ({ file, line }: CheckedRecord): string =>
	oneLine(formatPlace({ file, ...(line !== undefined && { line }) }));

/** Everything found, and what moved it. */
export const sentencesOf = (record: CheckedRecord): string[] =>
	[
		...record.findings.map(({ says, at }) =>
			// The line of the record is told already; a place inside it is worth telling.
			at?.column === undefined ? says : `${says} (${formatPlace(at)})`,
		),
		...causesOf(record),
	].map(oneLine);

function causesOf({ findings, compared }: CheckedRecord): string[] {
	if (!compared || !findings.some(({ state }) => state === "moved")) return [];
	const { was, is, differences } = compared;
	return [
		...(was.ruleset === is.ruleset
			? []
			: [`The rule set changed from ${was.ruleset} to ${is.ruleset}.`]),
		...sayDifferences(differences),
	];
}

/** Which rules and gates speak otherwise. */
export const sayDifferences = ({ reasons, gates }: Differences): string[] => [
	...reasons.map(({ rule, before, after }) => {
		if (before === null) return `New reason: ${rule} (${signed(after ?? 0)}).`;
		if (after === null) return `No longer applies: ${rule} (${signed(before)}).`;
		return `${rule} changed from ${signed(before)} to ${signed(after)}.`;
	}),
	...gates.map(
		({ gate, before, after }) =>
			`Before you fine-tune: ${gate} changed from ${sayGate(before)} to ${sayGate(after)}.`,
	),
];

/** A record may hold anything. */
const sayGate = (state: string): string => own(gateWords, state)?.toLowerCase() ?? state;

/** The state, and what became of it: `moved, now refreshed`. */
export function sayState(record: CheckedRecord, { isWriting }: CheckedFiles): string {
	const { state, compared, isRefreshed } = record;
	if (isRefreshed) return `${state}, now refreshed`;
	const isLeft = isWriting && compared !== undefined && isOutdated(record);
	return isLeft ? `${state}, but it has no block that can be refreshed` : state;
}

/** `3 records in 2 files: 1 moved and 2 unchanged.` */
export function sayTotals({ records, files }: CheckedFiles): string {
	const found = recordStates
		.toReversed()
		.map((state) => ({ state, many: records.filter((record) => record.state === state).length }))
		.filter(({ many }) => many > 0)
		.map(({ state, many }) => `${formatNumber(many)} ${state}`);
	if (files === 0 && records.length === 0)
		return "Nothing to check: no Markdown or HTML files were found.";
	const searched = count(files, "file");
	if (records.length === 0) return `No recorded decisions in ${searched}.`;
	return `${count(records.length, "record")} in ${searched}: ${listed(found)}.`;
}

export const sayWithout = (file: string): string =>
	`${oneLine(file)} contains no recorded decision.`;
