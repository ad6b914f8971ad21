/** YAML and JSON text, read without trust: bounded in size and depth, no aliases, places kept. */
import {
	type Document,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	parseDocument,
	type Scalar,
	visit,
	type YAMLError,
	type YAMLMap,
} from "yaml";
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
		// The composer recurses: a text of nothing but [ runs out of stack.
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
	// Without prettyErrors a message is one sentence, and the place is ours to print; so are warnings.
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		logLevel: "error",
		// By themselves, so that `%YAML 1.1` changes no meaning and brings no merge keys.
		schema: "core",
		merge: false,
		resolveKnownTags: false,
		stringKeys: true,
		// The library compares each key with all before it.
		uniqueKeys: false,
	});
	const at = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { file, line, column: col };
	};
	// The parser turns its own lack of stack into errors, one for each level.
	if (document.errors.some(({ message }) => message.includes("call stack")))
		return bad(tooDeep(file));
	const problems = [...document.errors, ...document.warnings]
		.slice(0, mostProblems)
		.map((error) => problemOf(error, at));
	if (!findProblems(document, problems, at)) return bad(tooDeep(file));
	if (problems.length > 0) return bad(...problems.slice(0, mostProblems));
	return good({
		value: document.toJS(),
		locate: locator(document.contents, at),
	});
}

function problemOf({ code, message, pos }: YAMLError, at: (offset: number) => Place): Problem {
	const place = at(pos[0]);
	if (code === "MULTIPLE_DOCS")
		return {
			code: "two-documents",
			message: "A second YAML document begins here, and a file is read as one.",
			hint: "Put it into a file of its own, or take away the line --- between the two.",
			at: place,
		};
	if (code === "TAG_RESOLVE_FAILED")
		return {
			code: "tag",
			message: "Tags (!) are not supported.",
			hint: "Write the value alone, in quotes if it begins with !.",
			at: place,
		};
	if (code === "NON_STRING_KEY")
		return {
			code: "bad-key",
			message: "A key must be a word.",
			hint: "Write it in quotes if it is meant.",
			at: place,
		};
	return notYaml(message, place);
}

/** Adds what is no fault of the syntax; false where the document is too deep to be looked at. */
function findProblems(
	document: Document.Parsed,
	problems: Problem[],
	at: (offset: number) => Place,
): boolean {
	let isDeep = false;
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
		Collection: (_, node, path) => {
			isDeep = path.length > mostDepth * 2;
			if (isMap(node)) problems.push(...repeatedKeys(node, at));
			return isDeep ? visit.BREAK : undefined;
		},
	});
	return !isDeep;
}

/** `0x10`, `-0`, `.inf` and `1e400` are numbers in YAML alone: they stay text, to be refused in the words of the user. */
function keepAsWritten(node: Scalar): void {
	const { value, source = "" } = node;
	if (typeof value !== "number" || isPlain(value, source)) return;
	node.value = source;
}

const isPlain = (value: number, source: string): boolean =>
	Math.abs(value) < 1e21 && !Object.is(value, -0) && /^[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(source);

function repeatedKeys(map: YAMLMap, at: (offset: number) => Place): Problem[] {
	const seen = new Set<string>();
	return map.items.flatMap(({ key }): Problem[] => {
		const word = isScalar(key) ? String(key.value) : "";
		if (!seen.has(word)) {
			seen.add(word);
			return [];
		}
		const name = word.length > 80 ? `${word.slice(0, 77)}...` : word;
		return [
			{
				code: "duplicate-key",
				message: `The key ${name} is there twice.`,
				hint: "Keep one of the two.",
				at: at((key as Scalar | null)?.range?.[0] ?? 0),
			},
		];
	});
}

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
	message: `The file has more than ${mostMarks} commas, colons, brackets, quotes and line ends up to here.`,
	hint: "Leave out what is not needed, or make several files of it.",
	at: { file, line: text.slice(0, offset).split("\n").length },
});

const refuse = (code: string, file: string, why: string): Problem => ({
	code,
	message: `${file} ${why}.`,
	hint: "Give a YAML or JSON file of at most a million characters.",
});
