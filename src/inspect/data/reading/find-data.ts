/** The files behind names: a file, a folder of training data, a pattern, or stdin. */
import type { Stats } from "node:fs";
import * as fs from "node:fs/promises";
import { join } from "node:path";
import { bad, good, type Problem, type Result } from "../../../core/problems.ts";
import { whyRefused } from "../../../io/system-errors.ts";
import { mostFiles } from "../../limits.ts";

export interface FoundFile {
	file: string;
	/** A file on a disk, whose parts can be read in any order. */
	isSeekable: boolean;
	size: number | undefined;
}

const isData = /\.(?:jsonl|ndjson|json|csv|tsv|parquet)(?:\.(?:gz|zst))?$/i;
const isSkipped = new Set(["node_modules", ".git"]);
const mostLevels = 8;

export async function findData(names: readonly string[]): Promise<Result<FoundFile[]>> {
	const problems: Problem[] = [];
	const files = new Map<string, FoundFile>();
	for (const name of names) {
		const found = await expand(name);
		if (!found.ok) problems.push(...found.problems);
		else for (const one of found.value) files.set(one.file, one);
	}
	if (files.size > mostFiles) problems.push(tooMany);
	return problems.length > 0 ? bad(...problems) : good([...files.values()]);
}

async function expand(name: string): Promise<Result<FoundFile[]>> {
	if (name === "-") return good([{ file: "-", isSeekable: false, size: undefined }]);
	const there = await fs.stat(name).catch((error: NodeJS.ErrnoException) => error);
	if (!(there instanceof Error)) return there.isDirectory() ? inFolder(name) : oneFile(name, there);
	if (there.code !== "ENOENT" || !/[*?]/.test(name)) return bad(noFile(name, whyRefused(there)));
	const matches = await match(name);
	return matches.length > 0 ? good(matches) : bad(noFile(name, "no file matches this pattern"));
}

function oneFile(file: string, there: Stats): Result<FoundFile[]> {
	if (there.isFile()) return good([{ file, isSeekable: true, size: there.size }]);
	if (there.isFIFO()) return good([{ file, isSeekable: false, size: undefined }]);
	return bad(noFile(file, "it is a device, not a file"));
}

async function inFolder(folder: string): Promise<Result<FoundFile[]>> {
	const found = (await filesBelow(folder, mostLevels)).filter(({ file }) => isData.test(file));
	return found.length > 0 ? good(found) : bad(noFile(folder, "the folder has no training data"));
}

/** In the order of their names. Links to folders are not followed, since they may lead in circles. */
async function filesBelow(folder: string, levels: number): Promise<FoundFile[]> {
	const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
	const found: FoundFile[] = [];
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) {
			if (levels > 0 && !isSkipped.has(entry.name))
				found.push(...(await filesBelow(path, levels - 1)));
			continue;
		}
		const there = await fs.stat(path).catch(() => undefined);
		if (there?.isFile()) found.push({ file: path, isSeekable: true, size: there.size });
		if (found.length > mostFiles) return found;
	}
	return found;
}

/** Shells expand patterns themselves, but not in quotes; Node can only from 22 on. */
async function match(pattern: string): Promise<FoundFile[]> {
	const fixed = pattern.slice(0, pattern.search(/[*?]/));
	const folder = fixed.slice(0, fixed.lastIndexOf("/") + 1) || ".";
	const wanted = new RegExp(`^${patternOf(pattern.replace(/^\.\//, ""))}$`);
	const found = await filesBelow(
		folder,
		pattern.includes("**") ? mostLevels : pattern.split("/").length,
	);
	return found.filter(({ file }) => wanted.test(file.replaceAll("\\", "/").replace(/^\.\//, "")));
}

const patternOf = (pattern: string): string =>
	pattern.replaceAll(/\*\*\/|\*+|\?|[.+^${}()|[\]\\]/g, (mark) => {
		if (mark === "**/") return "(?:[^/]+/){0,8}";
		if (mark.startsWith("*")) return "[^/]*";
		return mark === "?" ? "[^/]" : `\\${mark}`;
	});

const noFile = (file: string, why: string): Problem => ({
	code: "no-file",
	message: `The training data cannot be read: ${why}.`,
	hint: "Give a JSON lines, JSON, CSV, TSV or Parquet file, a folder of them, or - for stdin.",
	at: { file },
});

const tooMany: Problem = {
	code: "too-large",
	message: "There are more than 1,000 files.",
	hint: "Inspect one folder of the training data at a time.",
};
