/** A world that writes down what the program does to it. */
import { readFile } from "node:fs/promises";
import { run } from "../src/cli.ts";
import type { World } from "../src/io/world.ts";

export interface Screen {
	stdout: string;
	stderr: string;
	code: number;
}

/** Runs a command line in process, as if nobody sat at a terminal. */
export async function runCli(
	argv: string[],
	{ stdin = "", ...changes }: Partial<World> & { stdin?: string } = {},
): Promise<Screen> {
	let stdout = "";
	let stderr = "";
	const world: World = {
		print: (text) => {
			stdout += `${text}\n`;
		},
		complain: (text) => {
			stderr += `${text}\n`;
		},
		env: {},
		today: "2026-11-22",
		isInteractive: false,
		style: { width: 80, color: false, unicode: true },
		readFile: (path) => readFile(path, "utf8"),
		readStdin: async () => stdin,
		...changes,
	};
	const code = await run(argv, world);
	return { stdout, stderr, code };
}
