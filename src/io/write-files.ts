/** Files written whole or not at all, and nothing else harmed: links, modes, devices and pipes stay what they are. */
import { writeFile } from "node:fs";
import * as fs from "node:fs/promises";
import { promisify } from "node:util";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { type Prepared, prepareReplacement } from "./replace-file.ts";
import { whyRefused } from "./system-errors.ts";
import { isPlainFile } from "./world.ts";
import { findTarget, Refusal, type Target } from "./write-target.ts";

interface FileToWrite {
	file: string;
	content: string;
}

/** Writes all, or none and says what stands in the way. */
export async function writeFiles(files: readonly FileToWrite[]): Promise<Problem[]> {
	const targets = await Promise.all(
		files.map((one) =>
			attempt(one.file, async () => ({ ...one, target: await findTarget(one.file) })),
		),
	);
	const found = targets.flatMap((read) => (read.ok ? read.value : []));
	const problems = [...problemsOf(targets), ...findRivals(found)];
	if (problems.length > 0) return problems;
	return writePrepared(
		await Promise.all(
			found.map((one) => attempt(one.file, async () => ({ ...one, ...(await prepare(one)) }))),
		),
	);
}

const problemsOf = (results: readonly Result<unknown>[]): Problem[] =>
	results.flatMap((result) => (result.ok ? [] : result.problems));

/** Two names of one file, by a link or another way there: only one of two texts could stay. */
function findRivals(files: readonly (FileToWrite & { target: Target })[]): Problem[] {
	const byPlace = new Map<string, FileToWrite>();
	return files.flatMap(({ file, content, target }) => {
		if (target.kind !== "file") return [];
		const { path, there } = target;
		const place = there ? `${there.dev}:${there.ino}` : path;
		const other = byPlace.get(place) ?? { file, content };
		byPlace.set(place, other);
		return other.content === content ? [] : [unwritable(file, `${other.file} is the same file`)];
	});
}

async function writePrepared(
	attempts: readonly Result<FileToWrite & Prepared>[],
): Promise<Problem[]> {
	const problems = problemsOf(attempts);
	const prepared = attempts.flatMap((made) => (made.ok ? made.value : []));
	// Files take their places once nothing can go wrong any more.
	prepared.sort((a, b) => Number(a.isSafe) - Number(b.isSafe));
	for (const { file, commit, discard } of prepared) {
		const done = problems.length === 0 ? await attempt(file, commit) : undefined;
		if (done?.ok) continue;
		problems.push(...(done?.problems ?? []));
		await discard();
	}
	return problems;
}

async function attempt<T>(file: string, action: () => Promise<T>): Promise<Result<T>> {
	try {
		return good(await action());
	} catch (error) {
		return bad(unwritable(file, error instanceof Refusal ? error.message : whyRefused(error)));
	}
}

const unwritable = (file: string, why: string): Problem => ({
	code: "not-written",
	message: `${file} cannot be written: ${why}.`,
	hint: "Fix that, or choose another file.",
});

async function prepare({
	content,
	target,
}: Pick<FileToWrite, "content"> & { target: Target }): Promise<Prepared> {
	if (target.kind === "descriptor") return prepareOpen(target.number, content);
	const { kind, path } = target;
	if (kind === "stream") return prepareStream(path, content);
	// A new file would leave the other names of this one with the old text.
	if ((target.there?.nlink ?? 1) > 1) return { ...unsafe, commit: () => overwrite(path, content) };
	return prepareReplacement(path, content, target.there);
}

const unsafe = { isSafe: false, discard: async () => undefined };

/** What the program prints by goes by its streams: a pipe may take a part at a time. */
const prepareOpen = (number: number, content: string): Prepared => ({
	...unsafe,
	commit: async () => {
		const stream = [undefined, process.stdout, process.stderr][number];
		if (stream && !isPlainFile(number))
			await promisify((done: () => void) => stream.write(content, done))();
		else await promisify(writeFile)(number, content);
	},
});

/** A pipe that nobody reads is refused here: to open it for good would be to wait for a reader. */
async function prepareStream(path: string, content: string): Promise<Prepared> {
	const { O_WRONLY, O_NONBLOCK } = fs.constants;
	// It stays open until the end, or the reader would take its closing for the end of the text.
	const probe = await fs.open(path, O_WRONLY | O_NONBLOCK);
	const discard = () => probe.close();
	const commit = async () => {
		const handle = await fs.open(path, O_WRONLY);
		await handle.writeFile(content).finally(() => handle.close());
		await probe.close();
	};
	return { commit, discard, isSafe: false };
}

/** Writes over the bytes that are there; should the disk fill up, they come back. */
async function overwrite(path: string, content: string): Promise<void> {
	const before = await fs.readFile(path);
	try {
		await overwriteWith(path, Buffer.from(content));
	} catch (error) {
		await overwriteWith(path, before);
		throw error;
	}
}

async function overwriteWith(path: string, bytes: Uint8Array): Promise<void> {
	const handle = await fs.open(path, "r+");
	try {
		await handle.writeFile(bytes);
		await handle.truncate(bytes.length);
		await handle.sync();
	} finally {
		await handle.close();
	}
}
