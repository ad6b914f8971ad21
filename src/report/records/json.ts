/** The results of `check` for programs. */
import {
	type CheckedFiles,
	type CheckedRecord,
	recordStates,
} from "../../core/records/check-record.ts";
import type { Outcome } from "../../core/records/compare-decisions.ts";
import { json } from "../json.ts";

export const recordsJson = ({ records, ...run }: CheckedFiles): string =>
	json({
		schemaVersion: 1,
		ruleset: run.ruleset,
		asOf: run.asOf,
		files: run.files,
		counts: Object.fromEntries(
			recordStates.map((state) => [
				state,
				records.filter((record) => record.state === state).length,
			]),
		),
		records: records.map(plain),
		without: run.without,
	});

const plain = ({ file, line, state, findings, compared, isRefreshed }: CheckedRecord) => ({
	file,
	line: line ?? null,
	state,
	refreshed: isRefreshed,
	was: compared ? inShort(compared.was) : null,
	is: compared ? inShort(compared.is) : null,
	findings,
	...(compared?.differences ?? { reasons: [], gates: [], events: { appeared: [], vanished: [] } }),
});

const inShort = ({ ruleset, verdict, outlook, confidence }: Outcome) => ({
	ruleset,
	verdict,
	outlook,
	confidence,
});
