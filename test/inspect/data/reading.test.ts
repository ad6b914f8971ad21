/** Every container, packing and encoding leads to the same rows. */
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DataRow } from "../../../src/inspect/data/reading/data-file.ts";
import { openData } from "../../../src/inspect/data/reading/open-data.ts";
import { inspect, jsonl, many, pairOf, tryInspect } from "./inspect.ts";

const rows = many(3, (number) => pairOf(number));
const lines = jsonl(rows);
const utf16 = (text: string) =>
	Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const csv = (separator: string) =>
	`Prompt${separator}Completion\n${rows.map((row) => Object.values(row).join(separator)).join("\n")}\n`;

/** "a" as zstd writes it, raw blocks: a frame header without a checksum, and one block. */
function zstdOf(text: string): Uint8Array {
	const bytes = Buffer.from(text);
	const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0]);
	header.writeUInt32LE(bytes.length, 5);
	const block = Buffer.alloc(3);
	block.writeUIntLE((bytes.length << 3) | 1, 0, 3);
	return Buffer.concat([header, block, bytes]);
}

const columnsOf = (given: readonly object[], isIndexed: boolean) =>
	Object.fromEntries(
		["prompt", "completion"].map((name) => {
			const cells = given.map((row) => (row as Record<string, unknown>)[name]);
			return [name, isIndexed ? { ...cells } : cells];
		}),
	);

describe("one row", () => {
	test.each<[string, object]>([
		[
			"a chat",
			{
				messages: [
					{ role: "user", content: "a" },
					{ role: "assistant", content: "b" },
				],
			},
		],
		["steps", { prompt: "a", completions: ["b", "c"], labels: [true, false] }],
		["tokens", { input_ids: [1, 2], labels: [1, 2] }],
	])("%s is no table", async (_name, row) => {
		const { rows: found, files } = await inspect(JSON.stringify(row), { name: "a.json" });
		expect([found.all, files[0]?.container]).toEqual([1, "JSON lines"]);
	});
});

describe("three rows", () => {
	test.each<[string, string | Uint8Array, string, string]>([
		["JSON lines", lines, "a.jsonl", "JSON lines"],
		["without a last line break", lines.trimEnd(), "a.jsonl", "JSON lines"],
		["with blank lines", lines.replaceAll("\n", "\n\n \n"), "a.jsonl", "JSON lines"],
		["with CRLF", lines.replaceAll("\n", "\r\n"), "a.jsonl", "JSON lines"],
		["with a byte order mark", `\ufeff${lines}`, "a.jsonl", "JSON lines"],
		["in UTF-16", utf16(lines), "a.jsonl", "JSON lines"],
		["JSON lines in .json", lines, "a.json", "JSON lines"],
		["a JSON array", JSON.stringify(rows), "a.json", "JSON array"],
		["a JSON array over lines", JSON.stringify(rows, null, 2), "a.json", "JSON array"],
		["a JSON array in .jsonl", JSON.stringify(rows), "a.jsonl", "JSON array"],
		["an object with the rows", JSON.stringify({ data: rows }, null, 1), "a.json", "JSON object"],
		["an object in one line", JSON.stringify({ data: rows }), "a.json", "JSON object"],
		["columns", JSON.stringify(columnsOf(rows, false)), "a.json", "JSON object"],
		[
			"columns as pandas writes them",
			JSON.stringify(columnsOf(rows, true)),
			"a.json",
			"JSON object",
		],
		["CSV", csv(","), "a.csv", "CSV"],
		["CSV with semicolons", csv(";"), "a.csv", "CSV"],
		["TSV", csv("\t"), "a.tsv", "TSV"],
		["gzip", gzipSync(lines), "a.jsonl.gz", "JSON lines"],
		["zstd", zstdOf(lines), "a.jsonl.zst", "JSON lines"],
		["gzip of a table", gzipSync(csv(",")), "a.csv.gz", "CSV"],
	])("%s", async (_name, content, name, container) => {
		const report = await inspect(content, { name });
		expect(report.files[0]?.container).toBe(container);
		expect([report.rows.all, report.rows.usable, report.format.id]).toEqual([
			3,
			3,
			"prompt-completion",
		]);
	});
});

describe("what is no training data", () => {
	test.each<[string, string | Uint8Array, string, RegExp]>([
		["a ZIP file", "PK\u0003\u0004xx", "a.zip", /is a ZIP file or an Excel workbook/],
		["a PDF", "%PDF-1.7", "a.pdf", /is a PDF/],
		["plain text in .txt", "Once upon a time there was a king.\n", "a.txt", /is plain text/],
		["plain text", "Once upon a time there was a king.\n", "a.md", /is plain text/],
		["bytes", Buffer.alloc(4096), "a.bin", /is not a text file/],
		["UTF-16 without a mark", Buffer.from(lines, "utf16le"), "a.jsonl", /looks like UTF-16/],
		["UTF-16 that is cut off", utf16(lines).subarray(0, -1), "a.jsonl", /cut off or damaged/],
		["gzip that is cut off", gzipSync(lines).subarray(0, 40), "a.gz", /gzip, but is cut off/],
		[
			"zstd that is damaged",
			Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 9, 9, 9]),
			"a.zst",
			/zstd, but is cut off/,
		],
		[
			"Parquet that is none",
			"PAR1 and nothing else",
			"a.parquet",
			/not a Parquet file that can be read/,
		],
		["a second array", "[{}] {}", "a.json", /continues after the end/],
		["a quote without an end", 'prompt,completion\n"a,b\n', "a.csv", /quote is not closed/],
		[
			"gzip of nothing but blanks",
			gzipSync(Buffer.alloc(80_000_000, 32)),
			"a.gz",
			/more than 250 times/,
		],
	])("%s", async (_name, content, name, says) => {
		const report = await tryInspect(content, { name });
		expect(report.ok ? [] : report.problems.map(({ message }) => message)).toEqual([
			expect.stringMatching(says),
		]);
	});
});

describe("a row that is no row", () => {
	const good = JSON.stringify(pairOf(1));
	test.each([
		["not JSON", "{'a': 1}", "not JSON: 1"],
		["a comment", "# rows", "not JSON: 1"],
		["a number", "12", "JSON, but no object: 1"],
		[
			"nested too deep",
			`{"prompt":${"[".repeat(300)}${"]".repeat(300)}}`,
			"nested more than 200 levels deep: 1",
		],
		["with NUL", `{"prompt": "a\0"}`, "not JSON: 1"],
	])("%s", async (_name, row, detail) => {
		const report = await inspect(`${good}\n${row}\n`);
		expect(report.rows).toMatchObject({ all: 2, broken: 1, usable: 1 });
		expect(report.findings[0]).toMatchObject({
			code: "broken",
			detail,
			rows: [{ row: 2, line: 2 }],
		});
	});

	test("in Latin-1", async () => {
		const bytes = Buffer.concat([
			Buffer.from(`${good}\n`),
			Buffer.from('{"prompt":"\xe9"}\n', "latin1"),
		]);
		expect((await inspect(bytes)).findings[0]?.detail).toBe("not UTF-8: 1");
	});

	test("in an array that is cut off", async () => {
		const report = await inspect(JSON.stringify(rows).slice(0, -30), { name: "a.json" });
		expect(report.rows).toMatchObject({ all: 3, broken: 1 });
	});

	test("an empty array has no rows", async () => {
		expect((await inspect("[ ]", { name: "a.json" })).rows.all).toBe(0);
	});
});

/** All rows of bytes that come in these pieces. */
async function rowsOf(pieces: readonly Uint8Array[]): Promise<DataRow[]> {
	async function* chunks() {
		yield* pieces;
	}
	const data = await openData({ file: "a", chunks: chunks(), isSeekable: false, size: undefined });
	const all: DataRow[] = [];
	for await (const block of data.rows) all.push(...block);
	return all;
}

describe("cut at any byte, the rows are the same", () => {
	const row = fc.oneof(
		fc.dictionary(
			fc.string(),
			fc.oneof(fc.string({ unit: "binary" }), fc.integer(), fc.constant(null)),
		),
		fc.record({ prompt: fc.string({ unit: "grapheme" }), completion: fc.string() }),
	);
	const table = (cells: readonly object[]) =>
		`prompt,completion\r\n${cells.map((_, at) => `"a ""${at}""\nb",é${at}`).join("\r\n")}`;
	test.each<[string, (rows: readonly object[]) => Uint8Array]>([
		["JSON lines", (all) => Buffer.from(jsonl(all))],
		["a JSON array", (all) => Buffer.from(JSON.stringify(all, null, 1))],
		["UTF-16", (all) => utf16(jsonl(all))],
		["CSV", (all) => Buffer.from(table(all))],
		["gzip", (all) => gzipSync(jsonl(all))],
	])("%s", async (_name, write) => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(row, { minLength: 1, maxLength: 6 }),
				fc.array(fc.nat(), { maxLength: 5 }),
				async (all, cuts) => {
					const bytes = write(all);
					const at = [
						0,
						...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b),
						bytes.length,
					];
					const pieces = at.slice(1).map((end, place) => bytes.subarray(at[place], end));
					expect(await rowsOf(pieces.map((piece) => Uint8Array.from(piece)))).toEqual(
						await rowsOf([bytes]),
					);
				},
			),
			{ numRuns: 60 },
		);
	});
});
