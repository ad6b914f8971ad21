/** What the launcher calls: one command line in this process. */
import { exit } from "../io/complain.ts";
import { watchOutput } from "../io/streams.ts";
import { realWorld } from "../io/world.ts";
import { run } from "./run.ts";

/** Runs the command line and tells the exit code. */
export function main(argv: string[]): Promise<number> {
	watchOutput(exit.refused);
	return run(argv, realWorld());
}
