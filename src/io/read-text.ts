/** Texts from files and stdin, as people have them: whatever the encoding that they name, and the line ends. */
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { decodeText } from "./encoding.ts";
import { mostTextBytes } from "./limits.ts";
import { readFileWithin, readWithin } from "./read-bytes.ts";

/**
 * @param name what it is called in messages
 * @param pieces where it comes from, if not from the file of this path
 */
export async function readText(
	path: string,
	name: string,
	pieces?: AsyncIterable<Uint8Array>,
): Promise<Result<string>> {
	const read = await (pieces
		? readWithin(pieces, mostTextBytes)
		: readFileWithin(path, mostTextBytes));
	if ("why" in read) return bad(read.isTooLarge ? tooLarge(name) : unreadable(name, read.why));
	const decoded = decodeText(read.bytes);
	return "why" in decoded ? bad(notText(name, decoded.why)) : good(decoded.text);
}

export const unreadable = (name: string, why: string): Problem => ({
	code: "no-file",
	message: `${name} cannot be read: ${why}.`,
	hint: "Check the path; - reads from stdin.",
});

export const tooLarge = (name: string): Problem => ({
	code: "too-large",
	message: `${name} has more than a million characters.`,
	hint: "Use a YAML or JSON file of at most a million characters.",
});

const notText = (name: string, why: string): Problem => ({
	code: "not-text",
	message: `${name} ${why}.`,
	hint: "Use a YAML or JSON file saved as UTF-8.",
});
