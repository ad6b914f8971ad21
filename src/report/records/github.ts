/**
 * The results of `check` as workflow commands, which GitHub shows beside the lines of a change:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
import type { CheckedFiles, CheckedRecord, RecordState } from "../../core/records/check-record.ts";
import { placeOf, sayTotals, sayWithout, sentencesOf } from "./sentences.ts";

export const recordsGithub = (run: CheckedFiles): string =>
	[
		...run.records.flatMap(annotate),
		...run.without.map((file) => command("notice", { file }, sayWithout(file))),
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
	return [command(level, properties, says)];
}

function command(name: string, properties: Record<string, string>, message: string): string {
	const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
	return `::${name} ${given.join(",")}::${escapeMessage(message)}`;
}

/** Older commands start with ##[ anywhere in a line, those of others with ##vso[ and the like. */
const escapeMessage = (text: string): string =>
	text
		.replaceAll("%", "%25")
		.replaceAll("\r", "%0D")
		.replaceAll("\n", "%0A")
		.replaceAll(/##(?=[a-z]*\[)/gi, "## ");

const escapeProperty = (text: string): string =>
	escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
