/** The installed program, run by a script or in a terminal. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import {
	open as openTerminal,
	plainEnv,
	type Session,
	type Settings,
} from "../interviews/terminal.ts";

export const name = "should-i-finetune";
export const root = join(import.meta.dirname, "../..");
export const installed = inject("installed");
/** Where npm has put the package. */
export const home = join(installed.project, "node_modules", name);
/** Node and its arguments that run the program, in any folder. */
export const program = [process.execPath, join(home, "bin", `${name}.js`)];

export interface Screen {
	stdout: string;
	stderr: string;
	code: number;
}

export interface RunOptions {
	cwd?: string;
	env?: Record<string, string>;
	stdin?: string;
	/** Another command than the program. */
	command?: readonly string[];
}

/** Runs a command line to its end, without a terminal. */
export function run(
	argv: readonly string[],
	{ cwd = installed.project, env = {}, stdin = "", command = program }: RunOptions = {},
): Promise<Screen> {
	const [file = "", ...first] = command;
	const options = { cwd, env: { ...plainEnv, ...env }, maxBuffer: 2 ** 28 };
	return new Promise((resolve, reject) => {
		const child = execFile(file, [...first, ...argv], options, (error, stdout, stderr) => {
			const code = error ? error.code : 0;
			if (typeof code === "number") resolve({ stdout, stderr, code });
			else reject(error);
		});
		// A program that has refused its flags does not wait for what it is sent.
		child.stdin?.on("error", () => undefined).end(stdin);
	});
}

/** Starts a command line, or another command, in a terminal. */
export const open = (
	argv: readonly string[],
	settings: Omit<Settings, "command"> & Partial<Settings>,
): Session => openTerminal(argv, { command: program, ...settings });

/** A new folder with some files. */
export function folderOf(files: Record<string, string | Uint8Array> = {}): string {
	const folder = mkdtempSync(join(installed.scratch, "folder-"));
	for (const [file, content] of Object.entries(files)) {
		mkdirSync(join(folder, file, ".."), { recursive: true });
		writeFileSync(join(folder, file), content);
	}
	return folder;
}
