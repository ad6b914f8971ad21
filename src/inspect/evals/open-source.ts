/** A file, parsed by what it holds and not by its name. */
import * as fs from "node:fs/promises";
import { bad, good, type Problem, type Result } from "../../core/problems.ts";
import { encodingOf } from "../../io/encoding.ts";
import { type Lean, readJsonValues } from "../../io/json-values.ts";
import { whyRefused } from "../../io/system-errors.ts";
import { heavy } from "./lean.ts";
import { mostBytes, mostBytesOfValue, mostDepth } from "./limits.ts";
import { openInspectZip } from "./open-inspect-zip.ts";
import { readTable } from "./read-table.ts";
import type { Content } from "./source.ts";

export async function openSource(file: string, lean: Lean): Promise<Result<Content>> {
	try {
		const there = await fs.stat(file);
		if (!there.isFile())
			return bad(
				unreadable(file, there.isDirectory() ? "it is a folder" : "it is not a plain file"),
			);
		if (there.size > mostBytes) return bad(unreadable(file, "it has more than 2 GB"));
		const handle = await fs.open(file);
		try {
			return await parse(handle, file, lean);
		} finally {
			await handle.close();
		}
	} catch (error) {
		return bad(unreadable(file, whyRefused(error)));
	}
}

async function parse(handle: fs.FileHandle, file: string, lean: Lean): Promise<Result<Content>> {
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
	const start = buffer.subarray(0, bytesRead);
	if (start.subarray(0, 4).toString("latin1") === "PK\u0003\u0004")
		return openInspectZip(handle, file, lean);
	const kind = signs.find(({ bytes }) => start.subarray(0, bytes.length).equals(bytes));
	if (kind) return bad(notText(file, kind.is));
	const text = chunksOf(handle, encodingOf(start));
	const first = firstMark(start);
	if (first === undefined) return bad(empty(file));
	if (start.includes(0) && encodingOf(start) === "utf-8")
		return bad(notText(file, "is not a text file"));
	if (first === "{" || first === "[") return parseJson(text, file, lean);
	if (/\.ya?ml$/i.test(file)) return parseYamlFile(text, file);
	return readTable(text, new TextDecoder(encodingOf(start)).decode(start), { file, lean });
}

/** What files of some kinds begin with. */
const signs = [
	{ bytes: Buffer.from([0x1f, 0x8b]), is: "is compressed with gzip; unpack it" },
	{ bytes: Buffer.from("PAR1"), is: "is Parquet, which holds no eval results that are known" },
	{ bytes: Buffer.from("SQLite format 3"), is: "is a database; export the results as JSON" },
];

function firstMark(start: Buffer): string | undefined {
	const text = new TextDecoder(encodingOf(start)).decode(start);
	return /\S/.exec(text)?.[0];
}

const sizeOfChunk = 262_144;

/** The text in UTF-8, without a mark. */
async function* chunksOf(
	handle: fs.FileHandle,
	encoding: ReturnType<typeof encodingOf>,
): AsyncGenerator<Uint8Array> {
	const decoder = encoding === "utf-8" ? undefined : new TextDecoder(encoding);
	for (let at = 0; ; ) {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(sizeOfChunk), 0, sizeOfChunk, at);
		if (bytesRead === 0) return;
		const chunk = buffer.subarray(0, bytesRead);
		const isMarked = at === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
		at += bytesRead;
		yield decoder
			? Buffer.from(decoder.decode(chunk, { stream: true }))
			: chunk.subarray(isMarked ? 3 : 0);
	}
}

async function parseJson(
	text: AsyncIterable<Uint8Array>,
	file: string,
	lean: Lean,
): Promise<Result<Content>> {
	const limits = { mostBytes: mostBytesOfValue, mostDepth, skips: heavy };
	const read = await readJsonValues(text, file, limits, lean);
	if (!read.ok) return read;
	const { values, ...cut } = read.value;
	const [first] = values;
	if (values.length > 1) return good({ kind: "rows", rows: values, isLines: true, ...cut });
	if (Array.isArray(first)) return good({ kind: "rows", rows: first, isLines: false, ...cut });
	return good({ kind: "value", value: first, ...cut });
}

async function parseYamlFile(
	text: AsyncIterable<Uint8Array>,
	file: string,
): Promise<Result<Content>> {
	const { readWithin } = await import("../../io/read-bytes.ts");
	const { mostTextBytes } = await import("../../io/limits.ts");
	const read = await readWithin(text, mostTextBytes);
	if ("why" in read) return bad(unreadable(file, `${read.why} for YAML; export it as JSON`));
	const { parseYaml } = await import("../../io/yaml.ts");
	const parsed = parseYaml(read.bytes.toString("utf8"), file);
	if (!parsed.ok) return parsed;
	const { value } = parsed.value;
	return good(
		Array.isArray(value) ? { kind: "rows", rows: value, isLines: false } : { kind: "value", value },
	);
}

export const unreadable = (file: string, why: string): Problem => ({
	code: "no-file",
	message: `${file} cannot be read: ${why}.`,
	hint: "Give files that an eval tool wrote, such as results.json or a log.",
});

const notText = (file: string, is: string): Problem => ({
	code: "not-text",
	message: `${file} ${is}.`,
	hint: "Give the file as the eval tool wrote it: JSON, JSON Lines, YAML, CSV or an Inspect log.",
});

const empty = (file: string): Problem => ({
	code: "no-evals",
	message: `${file} is empty.`,
	hint: "Run the eval again, or leave the file out.",
});
