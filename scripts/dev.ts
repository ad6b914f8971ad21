/** Runs the command line from source: `npm run dev -- --help`. */
import { realWorld, run } from "../src/main.ts";

process.exitCode = await run(process.argv.slice(2), realWorld());
