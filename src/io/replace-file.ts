/** A file written under another name beside its place, and then moved there: it is old or new, and never half. */
import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import * as fs from "node:fs/promises";
import { dirname, join } from "node:path";

/** A write that is ready to be made, or to be given up. */
export interface Prepared {
	commit(): Promise<void>;
	discard(): Promise<void>;
	/** Whether all that could fail is done: what is left is to change a name. */
	isSafe: boolean;
}

/** @param there the file that is to be replaced, which keeps its mode and its owner */
export async function prepareReplacement(
	path: string,
	content: string,
	there: Stats | undefined,
): Promise<Prepared> {
	const folder = dirname(path);
	await removeLeftovers(folder);
	const name = `.should-i-finetune-${process.pid}-${randomBytes(6).toString("hex")}.tmp`;
	own.add(name);
	const made = join(folder, name);
	const discard = () => fs.rm(made, { force: true });
	try {
		await writeAnew(made, content, there);
	} catch (error) {
		await discard();
		throw error;
	}
	return { commit: () => fs.rename(made, path), discard, isSafe: true };
}

async function writeAnew(path: string, content: string, there: Stats | undefined): Promise<void> {
	const handle = await fs.open(path, "wx", there?.mode);
	try {
		if (there && process.getuid?.() === 0) await handle.chown(there.uid, there.gid);
		// What the mode of a new file leaves out, such as writing by others, is given back here.
		if (there) await handle.chmod(there.mode);
		await handle.writeFile(content);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

const leftover = /^\.should-i-finetune-(\d+)-[\da-f]{12}\.tmp$/;
const own = new Set<string>();

/** A run that was killed leaves what it was writing; nobody else will ever need it. */
async function removeLeftovers(folder: string): Promise<void> {
	// A folder that may be written and not be read keeps them.
	const names = await fs.readdir(folder).catch(() => []);
	for (const name of names) {
		const maker = leftover.exec(name)?.[1];
		if (maker !== undefined && !own.has(name) && !isOthers(Number(maker)))
			await fs.rm(join(folder, name), { force: true });
	}
}

/** Whether another run has this number. In containers a run often has that of the one before it. */
function isOthers(number: number): boolean {
	if (number === process.pid) return false;
	try {
		process.kill(number, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== "ESRCH";
	}
}
