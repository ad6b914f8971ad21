/** Input as UTF-8 without a mark, its lines ended by \n: people have it in other ways, too. */
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { mostCharacters } from "../io/limits.ts";
import { type Begun, begin, decodePieces, isWide } from "../io/text-pieces.ts";

/** Begun up to the end of the first line that is not blank, or to the bracket that it begins with. */
export async function openText(
	name: string,
	chunks: AsyncIterable<Uint8Array>,
): Promise<Result<Begun>> {
	const raw = await begin(chunks, (start) => start.length >= longestSign);
	const kind = signs.find(({ bytes }) => raw.start.subarray(0, bytes.length).equals(bytes));
	if (kind) return bad(notText(name, kind));
	const text = await begin(decodePieces(raw, name), isTold);
	const told = text.start.toString("latin1");
	const [head = told, end] = firstLine.exec(told) ?? [];
	if (head.includes("\0")) return bad(notText(name, isWide(head) ? wide : binary));
	return good(end === "\r" ? { start: ended(text.start), chunks: endLines(text.chunks) } : text);
}

const firstLine = /^\s*\S[^\r\n]*(\r?\n|\r)/;

/** A bracket begins an array, and its lines do not matter. A carriage return may be half of a line end. */
const isTold = (start: Buffer): boolean =>
	/^\s*(?:\[|\S[^\r\n]*(?:\n|\r[\s\S]))/.test(start.toString("latin1")) ||
	start.length > mostCharacters;

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
