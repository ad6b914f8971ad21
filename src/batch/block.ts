/** Lines of input, as many as are handed to a thread at a time. */
export interface Block {
	file: string;
	/** Lines with a line break between them, in memory of their own: a thread takes it over. */
	bytes: Uint8Array<ArrayBuffer>;
	/** The number of the first line in its file, from 1; or that of every line. */
	lines: number | number[];
}

/** A set of answers as a line of JSON. */
export interface Line {
	text: string;
	/** Where it begins in its file. */
	number: number;
}

/** @param size characters after which a block is sent on */
export async function* packLines(
	lines: AsyncIterable<Line> | Iterable<Line>,
	file: string,
	size: number,
): AsyncGenerator<Block> {
	let texts: string[] = [];
	let numbers: number[] = [];
	let length = 0;
	const pack = (): Block => ({
		file,
		bytes: new TextEncoder().encode(texts.join("\n")),
		lines: numbers,
	});
	for await (const { text, number } of lines) {
		texts.push(text);
		numbers.push(number);
		length += text.length;
		if (length < size) continue;
		yield pack();
		[texts, numbers, length] = [[], [], 0];
	}
	if (texts.length > 0) yield pack();
}
