/** YAML and JSON text, read without trust: bounded in size and depth, no aliases, places kept. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from "yaml";
import { bad, good, type Place, type Problem, type Result } from "../core/problems.ts";
import { mostCharacters, mostDepth } from "./limits.ts";

/** A parsed text and a way back to its lines. */
export interface Parsed {
	value: unknown;
	locate(path: readonly PropertyKey[]): Place;
}

const mostProblems = 20;

export function parseYaml(text: string, file: string): Result<Parsed> {
	if (text.length > mostCharacters)
		return bad(refuse("too-large", file, "has more than a million characters"));
	if (text.includes("\0")) return bad(refuse("not-text", file, "is not a text file"));
	try {
		return parse(text, file);
	} catch (error) {
		// The composer recurses: a text of nothing but [ runs out of stack.
		if (error instanceof RangeError) return bad(refuse("too-deep", file, "is nested too deeply"));
		throw error;
	}
}

function parse(text: string, file: string): Result<Parsed> {
	const lines = new LineCounter();
	// Without prettyErrors a message is one sentence, and the place is ours to print; so are warnings.
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		logLevel: "error",
	});
	const at = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { file, line, column: col };
	};
	// The parser turns its own lack of stack into errors, one for each level.
	if (document.errors.some(({ message }) => message.includes("call stack")))
		return bad(refuse("too-deep", file, "is nested too deeply"));
	const problems: Problem[] = document.errors
		.slice(0, mostProblems)
		.map(({ code, message, pos }) =>
			code === "DUPLICATE_KEY"
				? {
						code: "duplicate-key",
						message: `The key ${wordAt(text, pos[0])} is there twice.`,
						hint: "Keep one of the two.",
						at: at(pos[0]),
					}
				: {
						code: "bad-yaml",
						message: `This is not valid YAML: ${message}.`,
						hint: "Check indentation, quotes and colons near this place.",
						at: at(pos[0]),
					},
		);
	visit(document, {
		Alias: (_, node) => {
			problems.push({
				code: "alias",
				message: "Aliases (*) are not supported.",
				hint: "Write the value out.",
				at: at(node.range?.[0] ?? 0),
			});
		},
		Collection: (_, __, path) => {
			if (path.length <= mostDepth * 2) return undefined;
			problems.push(refuse("too-deep", file, "is nested too deeply"));
			return visit.BREAK;
		},
	});
	if (problems.length > 0) return bad(...problems);
	return good({
		value: document.toJS(),
		locate: (path) => at(offsetOf(document.contents, path)),
	});
}

/** Where the last part of a path stands that the document has. */
function offsetOf(contents: Node | null, path: readonly PropertyKey[]): number {
	let node: unknown = contents;
	let offset = contents?.range?.[0] ?? 0;
	for (const part of path) {
		if (isMap(node)) {
			const pair = node.items.find(
				({ key }) => isScalar(key) && String(key.value) === String(part),
			);
			if (!pair) break;
			offset = (pair.key as Node).range?.[0] ?? offset;
			node = pair.value;
		} else if (isSeq(node)) {
			node = node.items[Number(part)];
			offset = (node as Node | undefined)?.range?.[0] ?? offset;
		} else break;
	}
	return offset;
}

const wordAt = (text: string, offset: number): string =>
	/^[^\s:]{1,80}/.exec(text.slice(offset, offset + 100))?.[0] ?? "";

const refuse = (code: string, file: string, why: string): Problem => ({
	code,
	message: `${file} ${why}.`,
	hint: "Give a YAML or JSON file of at most a million characters.",
});
