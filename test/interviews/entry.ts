/** What the launcher does, from source. */
import { run } from "../../src/cli/run.ts";
import { realWorld } from "../../src/io/world.ts";

process.exitCode = await run(process.argv.slice(2), realWorld());
