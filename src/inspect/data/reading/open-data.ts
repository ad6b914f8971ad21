/** Opens training data of any container, packed or not, in any encoding that says so. */
import type { Problem } from "../../../core/problems.ts";
import { encodingOf } from "../../../io/encoding.ts";
import { fileFault } from "../../../io/file-fault.ts";
import { type Begun, begin, decodePieces, isWide } from "../../../io/text-pieces.ts";
import type { Container, DataFile, DataRow } from "./data-file.ts";
import { compressionOf, decompress } from "./decompress.ts";
import { readJsonArray } from "./json-array.ts";
import { readJsonLines, readRow } from "./json-lines.ts";

export interface Source {
	/** Its name in messages. */
	file: string;
	chunks: AsyncIterable<Uint8Array>;
	/** A file on a disk, whose parts can be read in any order. */
	isSeekable: boolean;
	size: number | undefined;
}

/** Opens data for some time; a file of which only a part was read is closed, too. */
export async function withData<Result>(
	{ chunks, ...source }: Source,
	use: (data: DataFile) => Promise<Result>,
): Promise<Result> {
	const iterator = chunks[Symbol.asyncIterator]();
	try {
		return await use(
			await openData({ ...source, chunks: { [Symbol.asyncIterator]: () => iterator } }),
		);
	} finally {
		await iterator.return?.();
	}
}

/** Enough to see the header, and a first row of most data. */
const startSize = 65_536;

const isBegun = (start: Buffer): boolean => start.length >= startSize;

/** Throws a file fault for what is no data. */
export async function openData({ file, chunks, isSeekable, size }: Source): Promise<DataFile> {
	const raw = await begin(chunks, (start) => start.length >= 4);
	const compression = compressionOf(raw.start);
	const unpacked = compression
		? await begin(decompress(raw.chunks, compression, file), (start) => start.length >= 4)
		: raw;
	const encoding = encodingOf(unpacked.start);
	const common = { file, encoding, compression, size };
	const sign = unpacked.start.subarray(0, 4).toString("latin1");
	if (sign === "PAR1") {
		const { readParquet } = await import("./parquet.ts");
		const path = isSeekable && !compression ? file : undefined;
		return {
			...common,
			container: "Parquet",
			rows: readParquet(unpacked.chunks, file, path),
		};
	}
	const known = strangers.find(({ begins }) => sign.startsWith(begins));
	if (known) throw fileFault(notData(file, known));
	const text = await begin(decodePieces(unpacked, file), isBegun);
	return { ...common, ...(await openText(text, file)) };
}

async function openText(text: Begun, file: string): Promise<Pick<DataFile, "container" | "rows">> {
	const start = text.start.toString("utf8");
	if (isBinary(start)) throw fileFault(notData(file, isWide(start) ? wide : binary));
	const kind = containerOf(start, file);
	if (kind === "JSON array") return { container: kind, rows: readJsonArray(text.chunks, file) };
	if (kind === "CSV" || kind === "TSV") {
		const { readTable } = await import("./table.ts");
		return { container: kind, rows: readTable(text.chunks, file, start) };
	}
	if (!isPretty(start) && !isOneLine(start, file))
		return { container: "JSON lines", rows: readJsonLines(text.chunks) };
	const { readJsonObject } = await import("./json-object.ts");
	const held: Uint8Array[] = [];
	const rows = await readJsonObject(kept(text.chunks, held));
	return rows && (rows.length > 1 || isPretty(start))
		? { container: "JSON object", rows: once(rows) }
		: { container: "JSON lines", rows: readJsonLines(again(held)) };
}

async function* kept(
	chunks: AsyncIterable<Uint8Array>,
	held: Uint8Array[],
): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		held.push(chunk);
		yield chunk;
	}
}

async function* again(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
	yield* chunks;
}

async function* once(rows: DataRow[]): AsyncGenerator<DataRow[]> {
	yield rows;
}

/** NUL may stand in a damaged line; where there are many it is no text. */
function isBinary(start: string): boolean {
	const head = start.slice(0, 4096);
	return head.split("\0").length - 1 > Math.max(3, head.length / 16);
}

/** By what is in it: names lie, and JSON lines are often called .json. */
function containerOf(start: string, file: string): Container {
	const [first = ""] = /\S/.exec(start) ?? [];
	const lines = start.split(/\r?\n/);
	if (first === "[" && !isListPerLine(lines)) return "JSON array";
	const hasObject = lines.some((line) => /^\s*[{[]/.test(line));
	const name = file.toLowerCase().replace(/\.(?:gz|zst)$/, "");
	if (first === "" || first === "{" || first === "[") return "JSON lines";
	if (/\.(?:jsonl|ndjson|json)$/.test(name)) return "JSON lines";
	const [header = ""] = lines;
	const isTable =
		/\.(?:csv|tsv|tab)$/.test(name) || (/\.txt$/.test(name) && /[,;\t|]/.test(header));
	if (!isTable && hasObject && !/^[\w" -]+(?:[,;\t|][\w" -]+)+$/.test(header)) return "JSON lines";
	if (!isTable && !/[,;\t|]/.test(header) && !/^\w+$/.test(header.trim()))
		throw fileFault(notData(file, plainText));
	return header.includes("\t") ? "TSV" : "CSV";
}

/** JSON lines whose rows are lists. */
const isListPerLine = ([first = "", second = ""]: string[]): boolean =>
	/\]\s*$/.test(first) && /^\s*\[/.test(second) && Array.isArray(readRow(first, 1, true)?.value);

/** Whether the first object goes on in the next line. */
function isPretty(start: string): boolean {
	const [first = "", ...rest] = start.trimStart().split("\n");
	if (!first.startsWith("{") || rest.length === 0) return false;
	return (
		readRow(first, 1, true)?.fault !== undefined &&
		/^\{\s*(?:"[^"]*"\s*:.*)?$/.test(first) &&
		/^\s*["}]/.test(rest[0] ?? "")
	);
}

/** Whether it may be all of a file that a program wrote at once: JSON lines of one row look the same. */
const isOneLine = (start: string, file: string): boolean =>
	!start.trimEnd().includes("\n") &&
	(start.length < startSize || /\.json(?:\.(?:gz|zst))?$/i.test(file));

/** A kind of file that is no training data, and what to do. */
interface Stranger {
	begins: string;
	is: string;
	hint: string;
}

const strangers: Stranger[] = [
	{
		begins: "PK\u0003\u0004",
		is: "is a ZIP file or an Excel workbook",
		hint: "Unpack it, or save the sheet as CSV UTF-8.",
	},
	{ begins: "%PDF", is: "is a PDF", hint: "Training data is JSON lines, JSON, CSV or Parquet." },
	{
		begins: "BZh",
		is: "is compressed with bzip2",
		hint: "Unpack it: bunzip2 -k <file>; or use gzip or zstd.",
	},
	{ begins: "\u00fd7zX", is: "is compressed with xz", hint: "Unpack it: xz -dk <file>" },
	{
		begins: "ARRO",
		is: "is an Arrow file",
		hint: "Write it as JSON lines: dataset.to_json('data.jsonl')",
	},
	{
		begins: "\u00ff\u00ff\u00ff\u00ff",
		is: "is an Arrow stream",
		hint: "Write it as JSON lines: dataset.to_json('data.jsonl')",
	},
];

const wide = {
	is: "looks like UTF-16 or UTF-32 without a byte order mark",
	hint: "Save it as UTF-8: iconv -f UTF-16LE -t UTF-8",
};
const binary = {
	is: "is not a text file",
	hint: "Training data is JSON lines, JSON, CSV or Parquet.",
};
const plainText = {
	is: "is plain text, not rows",
	hint: 'Write one example per line as JSON, such as {"prompt": "…", "completion": "…"}.',
};

const notData = (file: string, { is, hint }: Omit<Stranger, "begins">): Problem => ({
	code: "not-data",
	message: `${file} ${is}.`,
	hint,
});
