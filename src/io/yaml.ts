/** YAML and JSON text, read without trust: bounded in size and depth, no aliases, places kept. */
import {
	Composer,
	type CST,
	type Document,
	type DocumentOptions,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	type ParseOptions,
	Parser,
	type Scalar,
	type SchemaOptions,
	visit,
	type YAMLError,
	type YAMLMap,
} from "yaml";
import { formatNumber } from "../core/answers/numbers.ts";
import { bad, good, type Place, type Problem, type Result } from "../core/problems.ts";
import { mostCharacters, mostDepth, mostMarks } from "./limits.ts";
import { tooLarge } from "./read-text.ts";

/** A parsed text and a way back to its lines. */
export interface Parsed {
	value: unknown;
	locate(path: readonly PropertyKey[]): Place;
}

const mostProblems = 20;

export function parseYaml(text: string, file: string): Result<Parsed> {
	if (text.length > mostCharacters) return bad(tooLarge(file));
	if (text.includes("\0")) return bad(refuse("not-text", file, "is not a text file"));
	const over = offsetOfMark(text, mostMarks + 1);
	if (over !== undefined) return bad(tooManyMarks(text, over, file));
	try {
		return parse(text, file);
	} catch (error) {
		if (error instanceof RangeError) return bad(tooDeep(file));
		return bad(notYaml(error instanceof Error ? error.message : "", { file, line: 1 }));
	}
}

/** What means something in YAML, as character codes: the cost of a text is that of its marks. */
const marks = new Set(Array.from(",[]{}:\n\"'#&*!|>%@?-", (mark) => mark.charCodeAt(0)));

export function countMarks(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at += 1) if (marks.has(text.charCodeAt(at))) count += 1;
	return count;
}

/** Where the mark of this number stands, from 1. */
function offsetOfMark(text: string, number: number): number | undefined {
	if (text.length < number) return undefined;
	let count = 0;
	for (let at = 0; at < text.length; at += 1)
		if (marks.has(text.charCodeAt(at)) && ++count === number) return at;
	return undefined;
}

function parse(text: string, file: string): Result<Parsed> {
	const lines = new LineCounter();
	const tokens = [...new Parser(lines.addNewLine).parse(text)];
	// What composes a document calls itself for each level, and out of stack it can take Node down with it.
	if (isDeeper(tokens, mostDepth)) return bad(tooDeep(file));
	const [document, second] = new Composer(options).compose(tokens, true, text.length);
	const at = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { file, line, column: col };
	};
	if (!document) return bad(refuse("not-text", file, "is not a text file"));
	const problems = [...document.errors, ...document.warnings]
		.slice(0, mostProblems)
		.map((error) => problemOf(error, at));
	if (second) problems.push(twoDocuments(at(second.range[0])));
	problems.push(...faultsIn(document, at));
	if (problems.length > 0) return bad(...problems.slice(0, mostProblems));
	return good({ value: document.toJS(), locate: locator(document.contents, at) });
}

const options: ParseOptions & DocumentOptions & SchemaOptions = {
	// Otherwise warnings are printed.
	logLevel: "error",
	// By themselves, so that `%YAML 1.1` changes no meaning and brings no merge keys.
	schema: "core",
	merge: false,
	resolveKnownTags: false,
	stringKeys: true,
	// The library compares each key with all before it.
	uniqueKeys: false,
};

/** Whether more collections than that lie in each other. */
function isDeeper(tokens: readonly CST.Token[], most: number): boolean {
	let level = tokens.flatMap((token) => (token.type === "document" ? (token.value ?? []) : []));
	for (let depth = 0; level.length > 0; depth += 1) {
		const collections = level.filter((token) => "items" in token);
		if (collections.length > 0 && depth === most) return true;
		level = collections.flatMap(({ items }) =>
			items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat()),
		);
	}
	return false;
}

function problemOf({ code, message, pos }: YAMLError, at: (offset: number) => Place): Problem {
	const place = at(pos[0]);
	if (code === "TAG_RESOLVE_FAILED")
		return {
			code: "tag",
			message: "Tags (!) are not supported.",
			hint: "Write only the value, in quotes if it starts with !.",
			at: place,
		};
	if (code === "NON_STRING_KEY")
		return {
			code: "bad-key",
			message: "A key must be a word.",
			hint: "Put it in quotes if this is intended.",
			at: place,
		};
	return notYaml(message, place);
}

const twoDocuments = (at: Place): Problem => ({
	code: "two-documents",
	message: "A second YAML document starts here, but a file may contain only one.",
	hint: "Move it to its own file, or remove the line --- between the two.",
	at,
});

/** What is wrong though it is YAML; numbers that are none in our sense become text. */
function faultsIn(document: Document.Parsed, at: (offset: number) => Place): Problem[] {
	const problems: Problem[] = [];
	visit(document, {
		Alias: (_, node) => {
			problems.push({
				code: "alias",
				message: "Aliases (*) are not supported.",
				hint: "Write the value out.",
				at: at(node.range?.[0] ?? 0),
			});
		},
		Scalar: (_, node) => keepAsWritten(node),
		Map: (_, node) => void problems.push(...badKeys(node, at)),
	});
	return problems;
}

/** `0x10`, `-0`, `.inf` and `1e400` are numbers in YAML alone: they stay text, to be refused in the words of the user. */
function keepAsWritten(node: Scalar): void {
	const { value, source = "" } = node;
	if (typeof value !== "number" || isPlain(value, source)) return;
	node.value = source;
}

const isPlain = (value: number, source: string): boolean =>
	Math.abs(value) < 1e21 && !Object.is(value, -0) && /^[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(source);

function badKeys(map: YAMLMap, at: (offset: number) => Place): Problem[] {
	const seen = new Set<string>();
	return map.items.flatMap(({ key }): Problem[] => {
		const word = isScalar(key) ? String(key.value) : "";
		const place = at((key as Scalar | null)?.range?.[0] ?? 0);
		// Schemas pass over it without a word.
		if (word === "__proto__") return [notAKey(word, place)];
		if (seen.has(word)) return [isTwice(word, place)];
		seen.add(word);
		return [];
	});
}

const isTwice = (key: string, at: Place): Problem => ({
	code: "duplicate-key",
	message: `The key ${key.length > 80 ? `${key.slice(0, 77)}...` : key} appears twice.`,
	hint: "Keep one of them.",
	at,
});

const notAKey = (key: string, at: Place): Problem => ({
	code: "bad-key",
	message: `${key} is not allowed as a name.`,
	hint: "Remove it.",
	at,
});

/** Finds where the last part of a path stands that the document has. */
function locator(contents: Node | null, at: (offset: number) => Place): Parsed["locate"] {
	// Many places are asked for: to look through all keys for each would take the square of their number.
	const known = new Map<YAMLMap, Map<string, YAMLMap["items"][number]>>();
	const pairsOf = (map: YAMLMap) => {
		const pairs =
			known.get(map) ??
			new Map(
				map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])),
			);
		known.set(map, pairs);
		return pairs;
	};
	return (path) => {
		let node: unknown = contents;
		let offset = contents?.range?.[0] ?? 0;
		for (const part of path) {
			if (isMap(node)) {
				const pair = pairsOf(node).get(String(part));
				if (!pair) break;
				offset = (pair.key as Node).range?.[0] ?? offset;
				node = pair.value;
			} else if (isSeq(node)) {
				node = node.items[Number(part)];
				offset = (node as Node | undefined)?.range?.[0] ?? offset;
			} else break;
		}
		return at(offset);
	};
}

/** A message of the parser may hold as much of the text as there is. */
const notYaml = (why: string, at: Place): Problem => ({
	code: "bad-yaml",
	message: `This is not valid YAML: ${why.length > 120 ? `${why.slice(0, 117)}...` : why}.`,
	hint: "Check indentation, quotes and colons near this place.",
	at,
});

const tooDeep = (file: string): Problem => refuse("too-deep", file, "is nested too deeply");

const tooManyMarks = (text: string, offset: number, file: string): Problem => ({
	code: "too-large",
	message: `The file has more than ${formatNumber(mostMarks)} commas, colons, brackets, quotes and line ends up to here.`,
	hint: "Remove what you don't need, or split the file.",
	at: { file, line: text.slice(0, offset).split("\n").length },
});

const refuse = (code: string, file: string, why: string): Problem => ({
	code,
	message: `${file} ${why}.`,
	hint: "Use a YAML or JSON file of at most a million characters.",
});
