/** Runs the command line from source: `npm run dev -- --help`. */
import { main } from "../src/cli/main.ts";

process.exitCode = await main(process.argv.slice(2));
