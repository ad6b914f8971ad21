/** What stands, or is to stand, under the name that is given for a file to write. */
import type { Stats } from "node:fs";
import * as fs from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

export type Target =
	| { kind: "file"; path: string; there: Stats | undefined }
	/** A device or a pipe: what goes there is gone, and no file may take its place. */
	| { kind: "stream"; path: string }
	/** What this run itself has open, such as /dev/stdout or `>(gzip)`. */
	| { kind: "descriptor"; number: number };

/**
 * Follows links, also to what is not there yet.
 * @throws what the system says, or a `Refusal`
 */
export async function findTarget(file: string): Promise<Target> {
	const path = await followLinks(resolve(file));
	if (isDescriptor(dirname(path))) return { kind: "descriptor", number: Number(basename(path)) };
	const there = await fs.stat(path).catch(unlessMissing);
	if (there?.isDirectory()) throw new Refusal("it is a folder");
	if (there?.isBlockDevice() || there?.isSocket()) throw new Refusal("it is not a regular file");
	if (there && !there.isFile()) return { kind: "stream", path };
	// The administrator may write everything, and yet somebody has protected this file.
	if (there && (there.mode & 0o222) === 0) throw new Refusal("it is read-only");
	if (there) await fs.access(path, fs.constants.W_OK);
	return { kind: "file", path, there };
}

/** Half a sentence of our own on why a file cannot be written. */
export class Refusal extends Error {}

/** As many links in a row as Linux follows. */
const mostLinks = 40;

async function followLinks(path: string, left = mostLinks): Promise<string> {
	const folder = await fs.realpath(dirname(path)).catch(unlessMissing);
	if (folder === undefined) throw new Refusal("its folder does not exist; create it first");
	if (!(await fs.stat(folder)).isDirectory()) throw new Refusal("its parent is not a folder");
	const real = join(folder, basename(path));
	if (isDescriptor(folder) || !(await fs.lstat(real).catch(unlessMissing))?.isSymbolicLink())
		return real;
	if (left === 0) throw new Refusal("its links form a loop");
	return followLinks(resolve(folder, await fs.readlink(real)), left - 1);
}

/** The folder of what this process has open, where the system shows it as one. */
const isDescriptor = (folder: string): boolean =>
	folder === "/dev/fd" || folder === `/proc/${process.pid}/fd`;

function unlessMissing(error: NodeJS.ErrnoException): undefined {
	if (error.code !== "ENOENT") throw error;
}
