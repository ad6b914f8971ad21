/**
 * Blocks from a JSON array: each element becomes a line. Its text stays as it is, so that a line is
 * read, and found at fault, like any other; what is wrong with the array itself becomes a line that
 * cannot be read.
 */
import { type Block, lineBreak, longestLine, makeBlock } from "./block.ts";

const code = (letter: string): number => letter.charCodeAt(0);
const quote = code('"');
const comma = code(",");
const backslash = code("\\");
const carriageReturn = code("\r");
const opens = [code("["), code("{")];
const closes = [code("]"), code("}")];
const newLine = Uint8Array.of(lineBreak);

const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** @param size bytes after which a block is sent on */
export async function* splitList(
	chunks: AsyncIterable<Uint8Array>,
	size: number,
): AsyncGenerator<Block> {
	const scan = makeScan();
	for await (const chunk of chunks)
		for (const byte of chunk) {
			scan.take(byte);
			if (scan.size() >= size) yield scan.flush();
		}
	scan.end();
	if (scan.size() > 0) yield scan.flush();
}

function makeScan() {
	let done: Uint8Array[] = [];
	let numbers: number[] = [];
	let size = 0;
	let line = 1;
	/** 0 before and after the array, 1 within it, more within its elements. */
	let depth = 0;
	let isString = false;
	let isEscaped = false;
	/** A comma was the last that came: an element must follow. */
	let isOwed = false;
	let text: number[] = [];
	let begunAt = 1;

	const finish = (): void => {
		if (text.length === 0) return;
		done.push(Uint8Array.from(text), newLine);
		numbers.push(begunAt);
		size += text.length + 1;
		text = [];
	};

	const append = (byte: number): void => {
		if (text.length === 0) begunAt = line;
		// No line break within a line; where one may stand, this may as well.
		if (text.length <= longestLine) text.push(byte === lineBreak ? carriageReturn : byte);
	};

	/** Inside a string, all but its end is text. */
	const takeLetter = (byte: number): void => {
		append(byte);
		isString = isEscaped || byte !== quote;
		isEscaped = !isEscaped && byte === backslash;
	};

	const separate = (byte: number): void => {
		if (text.length === 0 && (isOwed || byte === comma)) append(byte);
		finish();
		isOwed = byte === comma;
		if (byte !== comma) depth = 0;
	};

	const takeText = (byte: number): void => {
		append(byte);
		isString = byte === quote;
		if (depth > 0 && opens.includes(byte)) depth += 1;
		// A brace too many is a fault of one line: the list goes on.
		if (depth > 1 && closes.includes(byte)) depth -= 1;
	};

	return {
		size: () => size,
		take(byte: number): void {
			if (isString) takeLetter(byte);
			else if (depth === 1 && (byte === comma || byte === closes[0])) separate(byte);
			else if (depth === 0 && byte === opens[0] && text.length === 0) depth = 1;
			else if (text.length > 0 || !isBlank(byte)) takeText(byte);
			if (byte === lineBreak) line += 1;
		},
		/** An array that is not closed lacks at least its last element. */
		end(): void {
			finish();
			if (depth === 0) return;
			append(opens[0] as number);
			finish();
		},
		flush(): Block {
			const block = makeBlock(done, numbers);
			[done, numbers, size] = [[], [], 0];
			return block;
		},
	};
}
