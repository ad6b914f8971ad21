/** A file of any size, written line by line beside its place and moved there once it is whole. */
import * as fs from "node:fs/promises";
import type { Problem } from "../core/problems.ts";
import { whyRefused } from "./system-errors.ts";

/** Characters that are written together. */
const blockSize = 262_144;

export interface LineFile {
	file: string;
	/** Where it is before it is committed; whole once it is flushed. */
	draft: string;
	flush(): Promise<void>;
	write(line: string): Promise<void>;
	/** Puts the file in its place. */
	commit(): Promise<void>;
	/** Leaves nothing behind. */
	discard(): Promise<void>;
}

export async function openLines(file: string): Promise<LineFile> {
	const draft = `${file}.${process.pid}.part`;
	const handle = await fs.open(draft, "wx");
	let waiting = "";
	const flush = async () => {
		await handle.writeFile(waiting);
		waiting = "";
	};
	return {
		file,
		draft,
		flush,
		async write(line) {
			waiting += `${line}\n`;
			if (waiting.length >= blockSize) await flush();
		},
		async commit() {
			await flush();
			await handle.close();
			await fs.rename(draft, file);
		},
		async discard() {
			await handle.close().catch(() => undefined);
			await fs.rm(draft, { force: true });
		},
	};
}

/** Whether two names lead to one file. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
	const [first, second] = await Promise.all(
		[one, other].map((file) => fs.stat(file).catch(() => undefined)),
	);
	return (
		first !== undefined &&
		second !== undefined &&
		first.dev === second.dev &&
		first.ino === second.ino
	);
}

export const unwritten = (file: string, error: unknown): Problem => ({
	code: "not-written",
	message: `${file} cannot be written: ${whyRefused(error)}.`,
	hint: "Fix that, or choose another file.",
});
