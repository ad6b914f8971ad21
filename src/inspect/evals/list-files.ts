/** The files of the paths that were given: of a folder all in it, in an order that does not depend on the disk. */
import * as fs from "node:fs/promises";
import { join } from "node:path";
import { bad, good, type Problem, type Result } from "../../core/problems.ts";
import { mostFiles } from "./limits.ts";

export interface ListedFile {
	file: string;
	/** Given by its own name, so that it has to be one. */
	isNamed: boolean;
}

const known = /\.(?:json|jsonl|ndjson|ya?ml|csv|tsv|eval)$/i;

export async function listEvalFiles(names: readonly string[]): Promise<Result<ListedFile[]>> {
	const files: ListedFile[] = [];
	for (const name of new Set(names)) {
		if (name === "-") return bad(noStdin);
		const isFolder = await fs.stat(name).then(
			(there) => there.isDirectory(),
			() => false,
		);
		if (!isFolder) files.push({ file: name, isNamed: true });
		else for (const file of await filesIn(name)) files.push({ file, isNamed: false });
		if (files.length > mostFiles) return bad(tooMany);
	}
	return good(files);
}

async function filesIn(folder: string): Promise<string[]> {
	const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
	const found: string[] = [];
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		if (entry.name.startsWith(".") && entry.name !== ".deepeval") continue;
		if (entry.isFile() && known.test(entry.name)) found.push(join(folder, entry.name));
		if (entry.isDirectory() && entry.name !== "node_modules")
			found.push(...(await filesIn(join(folder, entry.name))));
		if (found.length > mostFiles) break;
	}
	return found;
}

/** A format is told by its content, and parts of a file are read again. */
const noStdin: Problem = {
	code: "no-file",
	message: "Eval results cannot be read from standard input.",
	hint: "Write them to a file first, and give its name.",
};

const tooMany: Problem = {
	code: "too-large",
	message: `More than ${mostFiles} files were given.`,
	hint: "Compare fewer runs at once.",
};
