/** The results of `check` as JUnit XML, which CI systems show as tests: a file is a suite, a record a case. */
import { showInvisible } from "../../core/harmless.ts";
import type { CheckedFiles, CheckedRecord } from "../../core/records/check-record.ts";
import { sentencesOf } from "./sentences.ts";

export function recordsJunit({ records, without }: CheckedFiles): string {
	const files = [...new Set([...records.map(({ file }) => file), ...without])];
	const suites = files.map((file) => {
		const own = records.filter((record) => record.file === file);
		return own.length > 0 ? suiteOf(file, own) : emptySuite(file);
	});
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites name="should-i-finetune check"${counts(records, without.length)}>`,
		...suites,
		"</testsuites>",
	].join("\n");
}

const suiteOf = (file: string, records: CheckedRecord[]): string =>
	[
		`  <testsuite name="${escapeXml(file)}"${counts(records)}>`,
		...records.map((record, index) => caseOf(record, index + 1)),
		"  </testsuite>",
	].join("\n");

const emptySuite = (file: string): string =>
	[
		`  <testsuite name="${escapeXml(file)}"${counts([], 1)}>`,
		`    <testcase name="record" classname="${escapeXml(file)}" file="${escapeXml(file)}" time="0">`,
		'      <skipped message="It contains no recorded decision."/>',
		"    </testcase>",
		"  </testsuite>",
	].join("\n");

/** Numbered and not named by its line, which moves with the text above and would make a new test. */
function caseOf(record: CheckedRecord, number: number): string {
	const { file, line, state } = record;
	const place = `classname="${escapeXml(file)}" file="${escapeXml(file)}"${line === undefined ? "" : ` line="${line}"`}`;
	const start = `    <testcase name="record ${number}" ${place} time="0"`;
	if (state === "unchanged") return `${start}/>`;
	const kind = isError(record) ? "error" : "failure";
	const [first = "", ...rest] = sentencesOf(record);
	const body = [first, ...rest].map(escapeXml).join("\n");
	return [
		`${start}>`,
		`      <${kind} type="${state}" message="${escapeXml(`${state}: ${first}`)}">${body}</${kind}>`,
		"    </testcase>",
	].join("\n");
}

const isError = ({ state }: CheckedRecord): boolean => state === "broken" || state === "unsettled";

function counts(records: CheckedRecord[], skipped = 0): string {
	const errors = records.filter(isError).length;
	const failures = records.filter(({ state }) => state !== "unchanged").length - errors;
	return ` tests="${records.length + skipped}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="0"`;
}

const entities: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&apos;",
	"\t": "&#9;",
	"\n": "&#10;",
};

/** For text and attributes. What XML 1.0 cannot hold at all cannot be seen either, and is spelt out. */
export const escapeXml = (text: string): string =>
	showInvisible(text).replaceAll(/[&<>"'\t\n]/g, (character) => entities[character] as string);
