/** The results of `check` as workflow commands, which GitHub shows beside the lines of a change. */
import type { CheckedFiles, CheckedRecord, RecordState } from "../../core/records/check-record.ts";
import { annotation, escapeMessage } from "../github.ts";
import { placeOf, sayTotals, sayWithout, sentencesOf } from "./sentences.ts";

export const recordsGithub = (run: CheckedFiles): string =>
	[
		...run.records.flatMap(annotate),
		...run.without.map((file) => annotation("notice", { file }, sayWithout(file))),
		escapeMessage(sayTotals(run)),
	].join("\n");

const levels: Record<RecordState, "error" | "warning" | undefined> = {
	unchanged: undefined,
	stale: "warning",
	edited: "warning",
	moved: "warning",
	unexpected: "error",
	unsettled: "error",
	broken: "error",
};

function annotate(record: CheckedRecord): string[] {
	const level = levels[record.state];
	if (level === undefined) return [];
	const { file, state, findings } = record;
	const inside = findings.find(({ at }) => at?.column !== undefined)?.at;
	const line = inside?.line ?? record.line;
	const properties = {
		file,
		...(line !== undefined && { line: String(line) }),
		...(inside?.column !== undefined && { col: String(inside.column) }),
		title: `Recorded decision: ${state}`,
	};
	const says = [`${placeOf(record)} is ${state}.`, ...sentencesOf(record)].join("\n");
	return [annotation(level, properties, says)];
}
