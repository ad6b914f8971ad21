/** Input as UTF-8 without a mark, its lines ended by \n: people have it in other ways, too. */
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { type Encoding, encodingOf } from "../io/encoding.ts";
import { mostCharacters } from "../io/limits.ts";
import { fileFault } from "./file-fault.ts";

interface Text {
	/** Up to the end of the first line that is not blank, or to the bracket that it begins with. */
	start: Buffer;
	/** All of it, the start as well. */
	chunks: AsyncIterable<Uint8Array>;
}

export async function openText(
	name: string,
	chunks: AsyncIterable<Uint8Array>,
): Promise<Result<Text>> {
	const raw = await begin(chunks, (start) => start.length >= longestSign);
	const kind = signs.find(({ bytes }) => raw.start.subarray(0, bytes.length).equals(bytes));
	if (kind) return bad(notText(name, kind));
	const text = await begin(decode(raw, name), isTold);
	const told = text.start.toString("latin1");
	const [head = told, end] = firstLine.exec(told) ?? [];
	if (head.includes("\0")) return bad(notText(name, isWide(head) ? wide : binary));
	return good(end === "\r" ? { start: ended(text.start), chunks: endLines(text.chunks) } : text);
}

/** Every second byte of what is written in letters of English. */
const isWide = ([first, second]: string): boolean => (first === "\0") !== (second === "\0");

const firstLine = /^\s*\S[^\r\n]*(\r?\n|\r)/;

/** A bracket begins an array, and its lines do not matter. A carriage return may be half of a line end. */
const isTold = (start: Buffer): boolean =>
	/^\s*(?:\[|\S[^\r\n]*(?:\n|\r[\s\S]))/.test(start.toString("latin1")) ||
	start.length > mostCharacters;

/** Reads chunks until it is enough. */
async function begin(
	chunks: AsyncIterable<Uint8Array>,
	isEnough: (start: Buffer) => boolean,
): Promise<Text> {
	const source = chunks[Symbol.asyncIterator]();
	let start = Buffer.alloc(0);
	while (!isEnough(start)) {
		const { value, done } = await source.next();
		if (done) break;
		start = Buffer.concat([start, value]);
	}
	return { start, chunks: follow(start, source) };
}

async function* follow(
	start: Uint8Array,
	source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	yield start;
	yield* { [Symbol.asyncIterator]: () => source };
}

const byteOrderMark = Buffer.from("\ufeff");

async function* decode({ start, chunks }: Text, name: string): AsyncGenerator<Uint8Array> {
	const encoding = encodingOf(start);
	if (encoding !== "utf-8") return yield* decodeWide(chunks, encoding, name);
	let skipped = start.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark.length : 0;
	for await (const chunk of chunks) {
		yield chunk.subarray(skipped);
		skipped = 0;
	}
}

async function* decodeWide(
	chunks: AsyncIterable<Uint8Array>,
	encoding: Encoding,
	name: string,
): AsyncGenerator<Uint8Array> {
	const decoder = new TextDecoder(encoding, { fatal: true });
	const encoder = new TextEncoder();
	try {
		for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
		decoder.decode();
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw fileFault(damaged(name));
	}
}

const [lineBreak, carriageReturn] = [10, 13];
const ended = (chunk: Uint8Array): Buffer =>
	Buffer.from(chunk.map((byte) => (byte === carriageReturn ? lineBreak : byte)));

async function* endLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) yield ended(chunk);
}

/** A kind of file that is no text, and what to do. */
interface Kind {
	is: string;
	hint: string;
}

/** What files of some kinds begin with. */
const signs: (Kind & { bytes: Buffer })[] = [
	{
		bytes: Buffer.from("PK\u0003\u0004"),
		is: "is a ZIP file or an Excel workbook",
		hint: "Unpack it, or save the sheet as CSV UTF-8.",
	},
	{
		bytes: Buffer.from([0x1f, 0x8b]),
		is: "is compressed with gzip",
		hint: "Pipe it in: gunzip -c <file> | should-i-finetune batch",
	},
];
const longestSign = 4;

const wide: Kind = {
	is: "looks like UTF-16 or UTF-32 without a byte order mark",
	hint: "Save it as UTF-8: iconv -f UTF-16LE -t UTF-8",
};
const binary: Kind = {
	is: "is not a text file",
	hint: "A batch is JSON lines, a JSON array or CSV.",
};

const notText = (name: string, { is, hint }: Kind): Problem => ({
	code: "not-text",
	message: `${name} ${is}.`,
	hint,
});

const damaged = (name: string): Problem => ({
	code: "not-text",
	message: `${name} starts like UTF-16, but is cut off or damaged.`,
	hint: "Save it again as UTF-8.",
});
