/** What the launcher calls: one command line in this process. */
import { exit } from "../io/complain.ts";
import { realWorld } from "../io/world.ts";
import { version } from "../version.ts";
import { run } from "./run.ts";

/** Runs the command line and tells the exit code. A bug has a code of its own: 1 would mean "not as expected". */
export async function main(argv: string[]): Promise<number> {
	try {
		return await run(argv, realWorld());
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		process.stderr.write(`This is a bug in should-i-finetune ${version}: ${said}\n`);
		return exit.bug;
	}
}
