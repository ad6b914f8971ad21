/** Runs the command line from source: `npm run dev -- --help`. */
import { main } from "../src/cli/run.ts";

await main(process.argv.slice(2));
