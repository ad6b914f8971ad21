/** Training data as a test writes it, inspected in process. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataReport } from "../../../src/inspect/data/findings/report.ts";
import { type InspectOptions, inspectData } from "../../../src/inspect/data/inspect-data.ts";
import { readPieces } from "../../../src/io/read-bytes.ts";

export const jsonl = (rows: readonly unknown[]): string =>
	rows.map((row) => `${JSON.stringify(row)}\n`).join("");

const folder = mkdtempSync(join(tmpdir(), "inspect-data-"));
let count = 0;

/** A new file with this content. */
export function fileOf(content: string | Uint8Array, name = "data.jsonl"): string {
	const file = join(folder, `${++count}-${name}`);
	writeFileSync(file, content);
	return file;
}

export interface Given extends Partial<Omit<InspectOptions, "files">> {
	name?: string;
}

export async function tryInspect(
	content: string | Uint8Array,
	{ name, ...options }: Given = {},
): ReturnType<typeof inspectData> {
	return inspectData({
		files: [fileOf(content, name)],
		tokens: "none",
		readBytes: readPieces,
		...options,
	});
}

export async function inspect(
	content: string | Uint8Array,
	given: Given = {},
): Promise<DataReport> {
	const report = await tryInspect(content, given);
	if (!report.ok) throw new Error(JSON.stringify(report.problems));
	return report.value;
}

/** A pair that is like no other, in as many words as it takes to be compared. */
export const pairOf = (number: number, more: object = {}): object => ({
	prompt: `Question ${number}: ${wordsOf(number, 12)}?`,
	completion: `Answer ${wordsOf(number + 1000, 12)}.`,
	...more,
});

const wordsOf = (seed: number, count: number): string =>
	Array.from({ length: count }, (_, at) =>
		(((seed + 7) * (at + 13) * 2654435761) % 1_000_003).toString(36),
	).join(" ");

export const chatOf = (number: number, more: object = {}): object => ({
	messages: [
		{ role: "user", content: `Question ${number}: ${wordsOf(number, 12)}?` },
		{ role: "assistant", content: `Answer ${wordsOf(number + 1000, 12)}.` },
	],
	...more,
});

export const many = <Row>(count: number, make: (number: number) => Row): Row[] =>
	Array.from({ length: count }, (_, number) => make(number));
