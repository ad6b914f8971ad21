/** The results of `check` for a job summary or a comment on a pull request. */
import type { CheckedFiles, CheckedRecord } from "../../core/records/check-record.ts";
import { bullets, escapeMarkdown, markdownTable } from "../markdown/escape.ts";
import { placeOf, sayState, sayTotals, sayWithout, sentencesOf } from "./sentences.ts";

export function recordsMarkdown(run: CheckedFiles): string {
	const told = run.records.filter((record) => sentencesOf(record).length > 0);
	return [
		"# Recorded decisions: improve the prompts, or fine-tune?",
		escapeMarkdown(`${sayTotals(run)} Checked on ${run.asOf} with the rules ${run.ruleset}.`),
		...(run.records.length > 0 ? [recordTable(run)] : []),
		...(told.length > 0 ? [bullets(told.flatMap(recordItems))] : []),
		...run.without.map((file) => escapeMarkdown(sayWithout(file))),
	].join("\n\n");
}

const recordTable = (run: CheckedFiles): string =>
	markdownTable(
		["Record", "State", "Verdict", "Outlook", "Confidence"],
		run.records.map((record) => [
			escapeMarkdown(placeOf(record)),
			sayState(record, run),
			...(["verdict", "outlook", "confidence"] as const).map((part) => change(record, part)),
		]),
	);

/** `prompt-engineering`, or `fine-tuning → **prompt-engineering**`. */
function change({ compared }: CheckedRecord, part: "verdict" | "outlook" | "confidence"): string {
	if (!compared) return "–";
	const [was, is] = [compared.was[part], compared.is[part]];
	return was === is ? String(is) : `${was} → **${is}**`;
}

const recordItems = (record: CheckedRecord): string[] =>
	sentencesOf(record).map(
		(sentence) => `**${escapeMarkdown(placeOf(record))}:** ${escapeMarkdown(sentence)}`,
	);
