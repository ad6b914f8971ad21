/** Command lines in process, in a world that writes down what the program does to it. */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { programOf, runProgram } from "../../src/cli/program.ts";
import { run } from "../../src/cli/run.ts";
import type { World } from "../../src/io/world.ts";
import { fileStyle } from "../../src/report/style.ts";
import { rules } from "../built-in.ts";
import type { Screen } from "../installed/program.ts";

/** As if nobody sat at a terminal, unless the changes say otherwise. */
export async function runHere(
	argv: string[],
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
		isCI: false,
		isDumb: false,
		style: fileStyle,
		readBytes: (path) =>
			path === "-" ? Readable.from([Buffer.from(stdin)]) : createReadStream(path),
		write: async (bytes) => {
			screen.stdout += Buffer.from(bytes).toString();
			return true;
		},
		showsOutput: false,
		...changes,
	};
	// The built-in rules have been read.
	const code = argv.includes("--rules")
		? await run(argv, world)
		: await runProgram(programOf(rules), argv, { rules, folder: undefined, world });
	return { ...screen, code };
}
