/** What the launcher calls: one command line in this process. */
import { exit } from "../io/complain.ts";
import { watchOutput } from "../io/streams.ts";
import { realWorld } from "../io/world.ts";
import { run } from "./run.ts";

/** Runs the command line and sets the exit code. What it throws is a bug, which the launcher reports. */
export async function main(argv: string[]): Promise<void> {
	watchOutput(exit.refused);
	process.exitCode = await run(argv, realWorld());
}
