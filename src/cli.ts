/** The command line: a plain one is read here, any other by commander. */
import { plainFlags, versionFlag } from "./cli-flags.ts";
import { advise } from "./commands/advise.ts";
import { type ExitCode, exit, refuse } from "./io/complain.ts";
import { loadRules } from "./io/load-rules.ts";
import type { World } from "./io/world.ts";
import { version } from "./version.ts";

/** Runs one command line (without `node` and the script) and tells the exit code. */
export async function run(argv: string[], world: World): Promise<ExitCode> {
	if (argv.length === 1 && versionFlag.flags.split(", ").includes(argv[0] as string)) {
		world.print(version);
		return exit.done;
	}
	// The flags for facts come from the rule set, so it is read before the other flags.
	const loaded = await loadRules(rulesFlag(argv));
	if (!loaded.ok) return refuse(world, loaded.problems);
	const rules = loaded.value;
	const flags = plainFlags(argv, rules.questions);
	if (flags) return advise(flags, { rules, world });
	const { runProgram } = await import("./cli-program.ts");
	return runProgram(argv, { rules, world });
}

/** The folder after `--rules`, read ahead of all other flags. */
function rulesFlag(argv: string[]): string | undefined {
	const place = argv.findIndex((word) => word === "--rules" || word.startsWith("--rules="));
	if (place < 0) return undefined;
	const [flag = "", next] = argv.slice(place);
	return flag.includes("=") ? flag.slice("--rules=".length) : next;
}
