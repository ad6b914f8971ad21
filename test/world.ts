/** A world that writes down what the program does to it. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { run } from "../src/cli/run.ts";
import type { World } from "../src/io/world.ts";

export interface Screen {
	stdout: string;
	stderr: string;
	code: number;
}

/** Runs a command line in process, as if nobody sat at a terminal. */
export const runCli = (
	argv: string[],
	changes: Partial<World> & { stdin?: string } = {},
): Promise<Screen> => onScreen((world) => run(argv, world), changes);

/** What comes to stand on the screen while something is done in a world of its own. */
export async function onScreen(
	act: (world: World) => Promise<number>,
	{ stdin = "", ...changes }: Partial<World> & { stdin?: string } = {},
): Promise<Screen> {
	const screen = { stdout: "", stderr: "" };
	const world: World = {
		print: (text) => {
			screen.stdout += `${text}\n`;
		},
		complain: (text) => {
			screen.stderr += `${text}\n`;
		},
		env: {},
		today: "2026-11-22",
		isInteractive: false,
		style: { width: 80, color: false, unicode: true },
		readFile: (path) => readFile(path, "utf8"),
		readStdin: async () => stdin,
		readBytes: (path) =>
			path === "-" ? Readable.from([Buffer.from(stdin)]) : createReadStream(path),
		write: async (bytes) => {
			screen.stdout += Buffer.from(bytes).toString();
			return true;
		},
		showsOutput: false,
		...changes,
	};
	const code = await act(world);
	return { ...screen, code };
}
