/** The results of `check` for people at a terminal. */
import type { CheckedFiles, CheckedRecord, RecordState } from "../../core/records/check-record.ts";
import { toAscii } from "../clean.ts";
import type { Style } from "../style.ts";
import { type Page, pageOf, paragraph } from "../text/page.ts";
import { placeOf, sayState, sayTotals, sayWithout, sentencesOf } from "./sentences.ts";

type Spell = (text: string) => string;

export function recordsText(run: CheckedFiles, style: Style): string {
	const page = pageOf(style);
	const spell: Spell = style.unicode ? (text) => text : toAscii;
	const lines = [
		...run.records.flatMap((record) => recordLines(record, run, page, spell)),
		...run.without.flatMap((file) => paragraph(page, spell(sayWithout(file)), "")),
		"",
		...paragraph(page, sayTotals(run), ""),
	];
	return lines.join("\n").trimStart();
}

function recordLines(record: CheckedRecord, run: CheckedFiles, page: Page, spell: Spell): string[] {
	const paint = page[paints[record.state]];
	const { verdict, confidence } = record.compared?.is ?? {};
	const same = record.state === "unchanged" ? `: ${verdict}, confidence ${confidence}` : "";
	return [
		// A path stays in one piece, so that terminals link it.
		`${spell(placeOf(record))} ${paint(sayState(record, run))}${same}`,
		...sentencesOf(record).flatMap((sentence) => paragraph(page, spell(sentence), "  ")),
	];
}

const paints = {
	unchanged: "good",
	stale: "warn",
	edited: "warn",
	moved: "warn",
	unexpected: "bad",
	unsettled: "bad",
	broken: "bad",
} satisfies Record<RecordState, "good" | "warn" | "bad">;
