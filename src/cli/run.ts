/** The command line: a plain one is read here, any other by commander. */

import { advise } from "../commands/advise.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { loadRules } from "../io/load-rules.ts";
import { readBuilt } from "../io/read-built.ts";
import type { World } from "../io/world.ts";
import { fileStyle } from "../report/style.ts";
import { version } from "../version.ts";
import { type FlagDefinition, helpFlag, plainFlags, versionFlag } from "./flags.ts";

/** Runs one command line (without `node` and the script) and tells the exit code. */
export async function run(argv: string[], world: World): Promise<ExitCode> {
	const asks = ({ flags }: FlagDefinition) =>
		argv.length === 1 && flags.split(", ").includes(argv[0] as string);
	const text = asks(versionFlag) ? version : asks(helpFlag) ? printedHelp(world) : undefined;
	if (text !== undefined) {
		world.print(text);
		return exit.done;
	}
	// The flags for facts come from the rule set, so it is read before the other flags.
	const loaded = await loadRules(rulesFlag(argv));
	if (!loaded.ok) return refuse(world, loaded.problems);
	const rules = loaded.value;
	const flags = plainFlags(argv, rules.questions);
	if (flags) return advise(flags, { rules, world });
	const { runProgram } = await import("./program.ts");
	return runProgram(argv, { rules, world });
}

/** The help as the build has laid it out: commander takes a third of the time that Node needs to start. */
const printedHelp = ({ style }: World): string | undefined =>
	style.width === fileStyle.width ? readBuilt("help.txt") : undefined;

/** The folder after `--rules`, read ahead of all other flags. */
function rulesFlag(argv: string[]): string | undefined {
	const place = argv.findIndex((word) => word === "--rules" || word.startsWith("--rules="));
	if (place < 0) return undefined;
	const [flag = "", next] = argv.slice(place);
	return flag.includes("=") ? flag.slice("--rules=".length) : next;
}
