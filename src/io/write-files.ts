/** Files written under a temporary name and renamed, so that none is ever half there. */
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { Problem } from "../core/problems.ts";
import { whyRefused } from "./system-errors.ts";

interface FileToWrite {
	file: string;
	content: string;
}

/** Writes all, or says what stands in the way before anything is written. */
export async function writeFiles(files: readonly FileToWrite[]): Promise<Problem[]> {
	const checked = await Promise.all(files.map(({ file }) => blockedBy(file)));
	const problems = checked.flat();
	for (const { file, content } of problems.length > 0 ? [] : files) {
		const why = await writeWhole(file, content);
		if (why !== undefined) problems.push(unwritable(file, why));
	}
	return problems;
}

async function blockedBy(file: string): Promise<Problem[]> {
	const folder = await stat(dirname(file)).catch(() => undefined);
	if (!folder?.isDirectory()) return [unwritable(file, "its folder does not exist")];
	const there = await stat(file).catch(() => undefined);
	return there?.isDirectory() ? [unwritable(file, "it is a folder")] : [];
}

/** Writes one file; what the system has against it comes back as half a sentence. */
export async function writeWhole(file: string, content: string): Promise<string | undefined> {
	try {
		await writeFileAtomic(file, content);
		return undefined;
	} catch (error) {
		return whyRefused(error);
	}
}

const unwritable = (file: string, why: string): Problem => ({
	code: "not-written",
	message: `${file} cannot be written: ${why}.`,
	hint: "Name a file in a folder that exists and may be written.",
});
