/**
 * A JSON array: each element becomes a line as it is written, so that it is read, and found at
 * fault, like any other line.
 */
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { Line } from "./block.ts";

/** The array is read as a whole. */
const mostBytes = 64_000_000;

/** What matters in JSON: strings (even without an end), and what opens, separates and closes. */
const marks = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|[{}[\],]/g;

export async function openArray(
	name: string,
	chunks: AsyncIterable<Uint8Array>,
): Promise<Result<Iterable<Line>>> {
	const parts: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of chunks) {
		parts.push(chunk);
		bytes += chunk.length;
		if (bytes > mostBytes) return bad(tooLarge(name));
	}
	const text = Buffer.concat(parts).toString();
	const places = separatorsOf(text);
	if (!places) return bad(notClosed(name));
	const end = places.at(-1) as number;
	return text.slice(end + 1).trim() === "" ? good(linesOf(text, places)) : bad(moreAfter(name));
}

/** Where the array is opened, where its elements are separated, and where it is closed; undefined when it is not. */
function separatorsOf(text: string): number[] | undefined {
	const places: number[] = [];
	let depth = 0;
	for (const { 0: mark, index } of text.matchAll(marks)) {
		if (mark === "]" || mark === "}") depth -= 1;
		if (depth === 0 || (depth === 1 && mark === ",")) places.push(index);
		if (mark === "[" || mark === "{") depth += 1;
		if (depth === 0) return places;
	}
	return undefined;
}

function* linesOf(text: string, places: readonly number[]): Generator<Line> {
	let number = 1;
	let lineBreak = text.indexOf("\n");
	for (const [place, end] of places.entries()) {
		if (place === 0) continue;
		const element = text.slice((places[place - 1] as number) + 1, end);
		const begin = end - element.trimStart().length;
		for (; lineBreak >= 0 && lineBreak < begin; number += 1)
			lineBreak = text.indexOf("\n", lineBreak + 1);
		if (begin < end) yield { text: onOneLine(element.trim()), number };
		// A comma without an element is a fault; that there is no element at all is none.
		else if (places.length > 2) yield { text: ",", number };
	}
}

/** Where a line break may stand in JSON, a carriage return may stand as well, and where not, neither. */
const onOneLine = (json: string): string => json.replaceAll("\n", "\r");

const tooLarge = (name: string): Problem => ({
	code: "too-large",
	message: `${name} is a JSON array of more than 64 MB.`,
	hint: "Make JSON lines of it, which may be of any size: jq -c '.[]' array.json > lines.ndjson",
});

const notClosed = (name: string): Problem => ({
	code: "bad-json",
	message: `${name} is a JSON array without an end.`,
	hint: "Was it cut off? Nothing of it was decided.",
});

const moreAfter = (name: string): Problem => ({
	code: "bad-json",
	message: `${name} goes on after the end of its JSON array.`,
	hint: "Give each array a file of its own, or make JSON lines of them: jq -c '.[]'",
});
