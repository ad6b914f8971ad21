/** Documents that may hold records: found, read byte for byte, and written back whole. */
import type { Dirent } from "node:fs";
import * as fs from "node:fs/promises";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { recordMark } from "../core/records/blocks.ts";
import { readFileWithin } from "./read-bytes.ts";
import { whyRefused } from "./system-errors.ts";
import { writeFiles } from "./write-files.ts";

export interface NamedFile {
	file: string;
	/** Given by name, and not found in a folder. */
	isNamed: boolean;
}

const isDocument = /\.(?:md|markdown|html?)$/i;
const isSkipped = new Set(["node_modules", ".git"]);
const mostBytes = 20_000_000;

/** The files behind names: folders are searched for documents, and no file comes twice. */
export async function findFiles(
	names: string[],
): Promise<{ files: NamedFile[]; problems: Problem[] }> {
	const problems: Problem[] = [];
	const files = new Map<string, NamedFile>();
	for (const name of names) {
		const expanded = await expand(name);
		if (!expanded.ok) problems.push(...expanded.problems);
		for (const found of expanded.ok ? expanded.value : []) {
			const key = await fs.realpath(found.file).catch(() => found.file);
			const before = files.get(key);
			files.set(key, before ? { ...before, isNamed: before.isNamed || found.isNamed } : found);
		}
	}
	return { files: [...files.values()], problems };
}

async function expand(name: string): Promise<Result<NamedFile[]>> {
	const there = await fs.stat(name).catch((error: NodeJS.ErrnoException) => error);
	if (!(there instanceof Error)) {
		if (there.isFile()) return good([{ file: name, isNamed: true }]);
		return there.isDirectory() ? search(name) : bad(unfit(name, "is not a regular file"));
	}
	const matches = there.code === "ENOENT" && /[*?[{]/.test(name) ? await expandPattern(name) : [];
	if (matches.length > 0) return good(matches.map((file) => ({ file, isNamed: true })));
	return bad(unreadable(name, whyRefused(there)));
}

/** Shells expand patterns themselves; where one did not, Node 22 and later can. */
async function expandPattern(pattern: string): Promise<string[]> {
	// The types are those of Node 20, which has no glob.
	const { glob } = fs as { glob?: (pattern: string) => AsyncIterable<string> };
	const found: string[] = [];
	for await (const file of glob?.(pattern) ?? []) if (await isFile(file)) found.push(slashed(file));
	return found.sort();
}

/** Documents in and below a folder; links to folders are not followed, since they may lead in circles. */
async function search(folder: string): Promise<Result<NamedFile[]>> {
	const entries = await fs.readdir(folder, { withFileTypes: true }).catch((error) => error);
	if (entries instanceof Error) return bad(unreadable(folder, whyRefused(entries)));
	const found: NamedFile[] = [];
	for (const entry of entries.sort((a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1))) {
		const path = folder.endsWith("/") ? folder + entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory() && !isSkipped.has(entry.name)) {
			const below = await search(path);
			if (!below.ok) return below;
			found.push(...below.value);
		} else if (isDocument.test(entry.name) && (await isFile(path)))
			found.push({ file: slashed(path), isNamed: false });
	}
	return good(found);
}

const isFile = (path: string): Promise<boolean> =>
	fs.stat(path).then(
		(there) => there.isFile(),
		() => false,
	);

/** As links and annotations want it: without ./ in front, and with slashes. */
const slashed = (path: string): string =>
	(process.platform === "win32" ? path.replaceAll("\\", "/") : path).replace(/^(?:\.\/+)+/, "");

/** A document as text that encodes to the same bytes again; undefined where it holds no record of ours. */
export async function readDocument({
	file,
	isNamed,
}: NamedFile): Promise<Result<string | undefined>> {
	const read = await readFileWithin(file, mostBytes);
	if ("why" in read) {
		if (!read.isTooLarge) return bad(unreadable(file, read.why));
		return isNamed ? bad(unfit(file, "is too large to contain a record")) : good(undefined);
	}
	const { bytes } = read;
	try {
		return good(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
	} catch {
		const isOurs = bytes.includes(recordMark);
		return isOurs ? bad(unfit(file, "is not UTF-8")) : good(undefined);
	}
}

/** Writes a document anew, unless somebody else did meanwhile; what stands in the way comes back. */
export async function writeDocument(
	file: string,
	{ before, after }: { before: string; after: string },
): Promise<Problem[]> {
	try {
		if (!(await fs.readFile(file)).equals(Buffer.from(before)))
			return [unwritten(file, "it was changed in the meantime")];
	} catch (error) {
		return [unwritten(file, whyRefused(error))];
	}
	const problems = await writeFiles([{ file, content: after }]);
	return problems.map((problem) => ({ ...problem, hint: howWritten, at: { file } }));
}

const unreadable = (file: string, why: string): Problem => ({
	code: "no-file",
	message: `The file cannot be read: ${why}.`,
	hint: "Check the path. Leave patterns unquoted so that the shell expands them.",
	at: { file },
});

const unfit = (file: string, why: string): Problem => ({
	code: "not-text",
	message: `The file ${why}.`,
	hint: "Records are in Markdown or HTML files saved as UTF-8.",
	at: { file },
});

const howWritten = "Fix that, then run check again.";

const unwritten = (file: string, why: string): Problem => ({
	code: "not-written",
	message: `The file was not written: ${why}.`,
	hint: howWritten,
	at: { file },
});
