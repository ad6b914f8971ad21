/** One document: each of its records decided again, and refreshed where that is asked for. */

import { type DecideOptions, decide } from "../core/decision/decide.ts";
import type { Decision } from "../core/decision/decision.ts";
import type { Problem } from "../core/problems.ts";
import { findBlocks, type RecordBlock, replaceBlocks } from "../core/records/blocks.ts";
import {
	type CheckedRecord,
	type CheckOptions,
	checkRecord,
	isOutdated,
} from "../core/records/check-record.ts";
import { keepOwnLines } from "../core/records/own-lines.ts";
import type { Recorded } from "../core/records/read-record.ts";
import type { RecordFormat } from "../core/records/record.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { loadPanel } from "../io/load-panel.ts";
import { type ReadRecord, readRecords } from "../io/read-records.ts";
import { type NamedFile, readDocument, writeDocument } from "../io/record-files.ts";
import { report } from "../report/reports.ts";
import { fileStyle } from "../report/style.ts";

export interface CheckFileOptions extends CheckOptions {
	write: boolean;
	/** The day was asked for, so that it goes into every refreshed record. */
	isDated: boolean;
	/** The rule set was chosen for this run, so that records of another one are meant too. */
	isChosen: boolean;
	cases: NonNullable<DecideOptions["cases"]>;
}

export async function checkFile(
	named: NamedFile,
	rules: RuleSet,
	options: CheckFileOptions,
): Promise<CheckedRecord[]> {
	const { file } = named;
	const read = await readDocument(named);
	if (!read.ok) return [broken({ file }, read.problems)];
	if (read.value === undefined) return [];
	const document = read.value;
	const checks = readRecords(document, file, rules.questions).map((one) =>
		checkOne(one, { file, rules, options }),
	);
	if (!options.write) return checks.map(({ checked }) => checked);
	return refresh(checks, { file, document, rules, options });
}

interface CheckedBlock {
	checked: CheckedRecord;
	/** What a refresh needs. */
	again?: { decision: Decision; recorded: Recorded; block: RecordBlock };
}

interface Around {
	file: string;
	rules: RuleSet;
	options: CheckFileOptions;
}

function checkOne({ line, block, recorded }: ReadRecord, around: Around): CheckedBlock {
	const { file, rules, options } = around;
	if (!recorded.ok || !block)
		return { checked: broken({ file, line }, recorded.ok ? [] : recorded.problems) };
	const read = recorded.value;
	if (!options.isChosen && !read.ruleset.startsWith(`${rules.name} `))
		return { checked: broken({ file, line }, [otherRules(read, rules, { file, line })]) };
	const decision = decide(rules, read.answers, { ...options, title: read.title });
	const checked = {
		file,
		line,
		...checkRecord(read, block.visible, decision, { ...options, rules }),
		isRefreshed: false,
	};
	if (options.write && isOutdated(checked) && holdsRemark(block))
		return { checked: leftAlone(checked, [remark]) };
	return { checked, again: { decision, recorded: read, block } };
}

/** A YAML comment that somebody has written beside the answers. */
const holdsRemark = ({ text }: RecordBlock): boolean =>
	/(?:^|\s)#/m.test(text.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ""));

const remark: Finding = {
	state: "broken",
	says: "The record was not refreshed, because its hidden comment contains a YAML comment (#) that would be lost. Move that comment out of the block.",
};

type Finding = CheckedRecord["findings"][number];

/** A record that should be refreshed, and cannot be. */
const leftAlone = (checked: CheckedRecord, why: readonly Finding[]): CheckedRecord => ({
	...checked,
	state: "broken",
	findings: [...checked.findings, ...why],
});

/** A broken record, or a file that cannot be read. */
export const broken = (
	at: { file: string; line?: number },
	problems: Problem[],
): CheckedRecord => ({
	...at,
	state: "broken",
	findings: problems.map(({ message, hint, at }) => ({
		state: "broken",
		says: hint ? `${message} ${hint}` : message,
		...(at && { at }),
	})),
	isRefreshed: false,
});

const otherRules = (
	{ ruleset }: Recorded,
	{ name, edition }: RuleSet,
	at: { file: string; line: number },
): Problem => ({
	code: "other-rules",
	message: `It was decided with the rule set ${ruleset}, but the current one is ${name} ${edition}.`,
	hint: "Pass the folder of that rule set with --rules.",
	at,
});

/** Writes what is out of date anew, all of a document at once. */
async function refresh(
	checks: CheckedBlock[],
	{ document, ...around }: Around & { document: string },
): Promise<CheckedRecord[]> {
	const fresh: { block: RecordBlock; text: string }[] = [];
	for (const { checked, again } of checks)
		if (isOutdated(checked) && again && isRefreshable(again) && again.recorded.format) {
			const text = await freshBlock(again, again.recorded.format, around);
			fresh.push({ block: again.block, text });
		}
	if (fresh.length === 0) return checks.map(({ checked }) => checked);
	const after = replaceBlocks(document, fresh);
	const problems = await writeDocument(around.file, { before: document, after });
	const written = new Set(fresh.map(({ block }) => block));
	if (problems.length > 0)
		return checks.map(({ checked, again }) =>
			again && written.has(again.block)
				? leftAlone(checked, broken(checked, problems).findings)
				: checked,
		);
	return checks.map(({ checked, again }) => ({
		...checked,
		isRefreshed: again !== undefined && written.has(again.block),
	}));
}

/** Only with fingerprints can a text be told from what somebody else has written. */
const isRefreshable = ({ block, recorded }: NonNullable<CheckedBlock["again"]>): boolean =>
	block.visible !== undefined && recorded.fingerprints !== undefined;

async function freshBlock(
	{ decision, recorded, block: { visible = "" } }: NonNullable<CheckedBlock["again"]>,
	format: RecordFormat,
	{ file, rules, options }: Around,
): Promise<string> {
	// A report without a date was meant to have none.
	const asOf = options.isDated || recorded.decided !== undefined ? options.asOf : undefined;
	const whatIf = format === "html" ? await loadPanel() : undefined;
	const { brief } = recorded;
	const whole = report(format, decision, rules, fileStyle, { whatIf, asOf, brief, file });
	const [block] = findBlocks(whole).blocks;
	return keepOwnLines(whole.slice(block?.start, block?.end), visible);
}
