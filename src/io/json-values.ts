/**
 * JSON of any size, without ever holding its text: of an eval log of 100 MB a few MB matter. Lists near the
 * root are taken apart as they come; each element is made lean before the next one is read. A file may hold
 * several values one after the other, as JSON Lines do.
 */
import { bad, good, type Problem, type Result } from "../core/problems.ts";

export interface JsonLimits {
	/** Bytes of one value that is parsed as a whole. */
	mostBytes: number;
	/** Lists and objects within each other, in such a value. */
	mostDepth: number;
	/** Keys whose values are left out unread, wherever they stand near the root. */
	skips?: ReadonlySet<string>;
}

/** Lists that are taken apart stand so deep at most: `results.results` is the deepest list of tests. */
const deepestList = 3;

/** Makes a parsed value smaller, or says why it must not be kept. */
export type Lean = (value: unknown) => { value: unknown } | { why: string };

type Container = { list: unknown[] } | { object: Map<string, unknown> };

interface Scan {
	stack: { holds: Container; key: string | undefined }[];
	values: unknown[];
	/** What may come next outside of strings. */
	expects: "value" | "first-value" | "key" | "first-key" | "colon" | "end";
	line: number;
}

/** A value, or a key, that is being collected. */
interface Leaf {
	pieces: Uint8Array[];
	size: number;
	depth: number;
	isInString: boolean;
	isEscaped: boolean;
	/** A number or a word, which ends where something else begins. */
	isBare: boolean;
	isKey: boolean;
	isSkipped: boolean;
	line: number;
}

const code = (mark: string): number => mark.charCodeAt(0);
const [quote, backslash, comma, colon] = [code('"'), code("\\"), code(","), code(":")];
const [openList, closeList, open, close] = [code("["), code("]"), code("{"), code("}")];
const [blank, tab, lineBreak, carriageReturn] = [code(" "), code("\t"), code("\n"), code("\r")];
const isBlank = (byte: number): boolean =>
	byte === blank || byte === tab || byte === lineBreak || byte === carriageReturn;

/** Thrown within this file only: what is wrong, as a sentence. */
class Fault {
	readonly message: string;
	readonly line: number | undefined;
	constructor(message: string, line?: number) {
		this.message = message;
		this.line = line;
	}
}

export interface JsonValues {
	values: unknown[];
	/** Where the text ends before its JSON does; what was whole by then is among the values. */
	cut?: Problem;
}

/** All values of a text, in UTF-8. */
export async function readJsonValues(
	chunks: AsyncIterable<Uint8Array>,
	file: string,
	limits: JsonLimits,
	lean: Lean,
): Promise<Result<JsonValues>> {
	const scan: Scan = { stack: [], values: [], expects: "value", line: 1 };
	let leaf: Leaf | undefined;
	try {
		for await (const chunk of chunks) leaf = scanChunk(chunk, scan, leaf, { limits, lean });
		const isOpen = scan.stack.length > 0;
		if (leaf?.isBare && !isOpen) endLeaf(leaf, scan, lean);
		else if (leaf || isOpen) return good(keepWhole(scan, problemOf(cutOff(scan.line), file)));
		return good({ values: scan.values });
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		return bad(problemOf(error, file));
	}
}

/**
 * A run that was killed while it wrote leaves a text without an end. Of JSON Lines the last line is dropped;
 * of one object or list the elements that were whole are kept, and the one that was not is dropped.
 */
function keepWhole(scan: Scan, cut: Problem): JsonValues {
	const isAlone = scan.values.length === 0;
	for (let top = scan.stack.pop(); isAlone && top; top = scan.stack.pop())
		add(scan, "list" in top.holds ? top.holds.list : Object.fromEntries(top.holds.object));
	return { values: scan.values, cut };
}

const cutOff = (line: number) => new Fault("The JSON has no end.", line);

const problemOf = ({ message, line }: Fault, file: string): Problem => ({
	code: "bad-json",
	message,
	hint: "Was the file cut off or edited? Export it again.",
	at: { file, ...(line !== undefined && { line }) },
});

interface How {
	limits: JsonLimits;
	lean: Lean;
}

function scanChunk(
	chunk: Uint8Array,
	scan: Scan,
	before: Leaf | undefined,
	how: How,
): Leaf | undefined {
	let leaf = before;
	let start = 0;
	for (let at = 0; at < chunk.length; at += 1) {
		const byte = chunk[at] as number;
		if (byte === lineBreak) scan.line += 1;
		if (leaf) {
			const end = stepInLeaf(leaf, byte, how.limits.mostDepth);
			if (end === "inside") continue;
			// A bare word ends before this byte, everything else with it.
			keep(leaf, chunk.subarray(start, end === "before" ? at : at + 1), how.limits);
			endLeaf(leaf, scan, how.lean);
			leaf = undefined;
			if (end === "with") continue;
		}
		if (isBlank(byte)) continue;
		leaf = stepOutside(byte, scan, how);
		start = at;
	}
	if (leaf) keep(leaf, chunk.slice(start), how.limits);
	return leaf;
}

function keep(leaf: Leaf, piece: Uint8Array, { mostBytes }: JsonLimits): void {
	if (leaf.isSkipped) return;
	leaf.pieces.push(piece);
	leaf.size += piece.length;
	if (leaf.size > mostBytes)
		throw new Fault("One value of the JSON is too large to be read.", leaf.line);
}

function stepInLeaf(leaf: Leaf, byte: number, mostDepth: number): "inside" | "with" | "before" {
	if (leaf.isInString) {
		if (leaf.isEscaped) leaf.isEscaped = false;
		else if (byte === backslash) leaf.isEscaped = true;
		else if (byte === quote) {
			leaf.isInString = false;
			if (leaf.depth === 0) return "with";
		}
		return "inside";
	}
	if (leaf.isBare)
		return isBlank(byte) || byte === comma || byte === close || byte === closeList
			? "before"
			: "inside";
	if (byte === quote) leaf.isInString = true;
	else if (byte === open || byte === openList) {
		leaf.depth += 1;
		if (leaf.depth > mostDepth) throw new Fault("The JSON is nested too deeply.", leaf.line);
	} else if (byte === close || byte === closeList) {
		leaf.depth -= 1;
		if (leaf.depth === 0) return "with";
	}
	return "inside";
}

/** Between values: opens or closes a list or object, or begins a value or key. */
function stepOutside(byte: number, scan: Scan, { limits }: How): Leaf | undefined {
	const top = scan.stack.at(-1);
	if (byte === comma || byte === colon) {
		const isRight = byte === colon ? scan.expects === "colon" : scan.expects === "end" && top;
		if (!isRight) throw unexpected(byte, scan);
		scan.expects = byte === comma && top && "object" in top.holds ? "key" : "value";
		return undefined;
	}
	if (byte === close || byte === closeList) {
		const isEnd = ["end", "first-key", "first-value"].includes(scan.expects);
		if (!top || !isEnd || byte !== ("list" in top.holds ? closeList : close))
			throw unexpected(byte, scan);
		scan.stack.pop();
		add(scan, "list" in top.holds ? top.holds.list : Object.fromEntries(top.holds.object));
		return undefined;
	}
	const isKey = scan.expects === "key" || scan.expects === "first-key";
	if (isKey ? byte !== quote : scan.expects !== "value" && scan.expects !== "first-value")
		throw unexpected(byte, scan);
	const isSkipped = !isKey && top?.key !== undefined && limits.skips?.has(top.key) === true;
	if (!isSkipped && isOpened(byte, scan)) {
		const holds = byte === openList ? { list: [] } : { object: new Map<string, unknown>() };
		scan.stack.push({ holds, key: undefined });
		scan.expects = byte === openList ? "first-value" : "first-key";
		return undefined;
	}
	const isOpen = byte === open || byte === openList;
	return {
		pieces: [],
		size: 0,
		depth: isOpen ? 1 : 0,
		isInString: byte === quote,
		isEscaped: false,
		isBare: !isOpen && byte !== quote,
		isKey,
		isSkipped,
		line: scan.line,
	};
}

/** The root, objects right below its keys, and lists below objects alone: an element is read as a whole. */
function isOpened(byte: number, { stack }: Scan): boolean {
	if (stack.some(({ holds }) => "list" in holds)) return false;
	return byte === openList
		? stack.length < deepestList
		: byte === open && stack.length < deepestList - 1;
}

const unexpected = (byte: number, { line }: Scan) => {
	const shown = byte > 32 && byte < 127 ? JSON.stringify(String.fromCharCode(byte)) : "a character";
	return new Fault(`The JSON has ${shown} where it cannot be.`, line);
};

function endLeaf(leaf: Leaf, scan: Scan, lean: Lean): void {
	if (leaf.isSkipped) {
		scan.expects = "end";
		return;
	}
	const value = parseLeaf(leaf);
	if (leaf.isKey) {
		const top = scan.stack.at(-1);
		if (top) top.key = String(value);
		scan.expects = "colon";
		return;
	}
	const small = lean(value);
	if ("why" in small) throw new Fault(small.why, leaf.line);
	add(scan, small.value);
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function parseLeaf({ pieces, line }: Leaf): unknown {
	let text: string;
	try {
		text = decoder.decode(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces));
	} catch {
		throw new Fault("The file is not UTF-8; it is probably Windows-1252.", line);
	}
	try {
		return JSON.parse(text);
	} catch {
		// What Python's json writes for numbers that JSON has not.
		const plain = text.replaceAll(/(?<=[[{,:]\s*|^)(?:NaN|-?Infinity)(?=\s*[\]},]|$)/g, "null");
		if (plain === text) throw new Fault("The JSON is not valid.", line);
		try {
			return JSON.parse(plain);
		} catch {
			throw new Fault("The JSON is not valid.", line);
		}
	}
}

function add(scan: Scan, value: unknown): void {
	const top = scan.stack.at(-1);
	if (!top) {
		scan.values.push(value);
		scan.expects = "value";
		return;
	}
	if ("list" in top.holds) top.holds.list.push(value);
	else top.holds.object.set(top.key as string, value);
	scan.expects = "end";
}
