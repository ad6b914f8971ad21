/** Text in YAML or JSON. JSON is read by itself: to load YAML takes longer than a whole decision. */
import { good, type Place, type Result } from "../core/problems.ts";
import { mostCharacters, mostDepth } from "./limits.ts";
import type { Parsed } from "./yaml.ts";

export async function parseText(text: string, file: string): Promise<Result<Parsed>> {
	const json = parseJson(text, file);
	if (json) return good(json);
	const { parseYaml } = await import("./yaml.ts");
	return parseYaml(text, file);
}

/** A JSON mapping without a fault; everything else is left to YAML, which says what is wrong. */
export function parseJson(text: string, file: string): Parsed | undefined {
	if (text.length > mostCharacters || !/^\s*\{/.test(text)) return undefined;
	try {
		const value: unknown = JSON.parse(text, faithful);
		const keys = findKeys(text);
		if (!keys) return undefined;
		const placeAt = placesIn(text, file);
		return { value, locate: (path) => placeAt(offsetOf(path, keys)) };
	} catch {
		return undefined;
	}
}

/** Numbers that cannot be told as they are written are left to YAML, which keeps the text. */
function faithful(_: string, value: unknown): unknown {
	if (typeof value === "number" && (Object.is(value, -0) || Math.abs(value) >= 1e21))
		throw new RangeError("no plain number");
	return value;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/** A mapping or list that the scan is inside of. */
interface Inside {
	keys: Set<string> | undefined;
	/** Its own path, and that of the entry at hand. */
	path: string;
	entry: string;
	expectsKey: boolean;
}

/** Where each key stands, by path; undefined where a key comes twice, or all is too deep. */
function findKeys(text: string): Map<string, number> | undefined {
	const found = new Map<string, number>();
	const stack: Inside[] = [];
	for (const { 0: token, index } of text.matchAll(tokens)) {
		const inside = stack.at(-1);
		if (token === "{" || token === "[") {
			const path = inside?.entry ?? "";
			const keys = token === "{" ? new Set<string>() : undefined;
			stack.push({ keys, path, entry: path, expectsKey: token === "{" });
			if (stack.length > mostDepth) return undefined;
		} else if (token === "}" || token === "]") stack.pop();
		else if (inside && token === ",") inside.expectsKey = inside.keys !== undefined;
		else if (inside?.keys && inside.expectsKey) {
			const key = JSON.stringify(JSON.parse(token));
			if (inside.keys.has(key)) return undefined;
			inside.keys.add(key);
			inside.entry = inside.path + key;
			inside.expectsKey = false;
			found.set(inside.entry, index);
		}
	}
	return found;
}

/** Where the last key of a path stands that the text has. */
function offsetOf(path: readonly PropertyKey[], keys: ReadonlyMap<string, number>): number {
	let offset = 0;
	let entry = "";
	for (const part of path) {
		entry += JSON.stringify(String(part));
		offset = keys.get(entry) ?? offset;
	}
	return offset;
}

/** Line and column of an offset. Many are asked for: the lines are found once. */
function placesIn(text: string, file: string): (offset: number) => Place {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return (offset) => {
		let [line, after] = [0, starts.length];
		while (after - line > 1) {
			const middle = (line + after) >> 1;
			if ((starts[middle] as number) <= offset) line = middle;
			else after = middle;
		}
		return { file, line: line + 1, column: offset - (starts[line] as number) + 1 };
	};
}
