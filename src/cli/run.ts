/** The command line: reads the rule set, since the flags for facts come from it, and then all else. */
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { loadRules } from "../io/load-rules.ts";
import { realWorld, type World, watchOutput } from "../io/world.ts";
import type { Usage } from "../report/usage.ts";
import { programOf, runProgram } from "./program.ts";

/** What the launcher calls: runs a command line and sets the exit code. What it throws is a bug, which the launcher reports. */
export async function main(argv: string[]): Promise<void> {
	watchOutput(exit.refused);
	process.exitCode = await run(argv, realWorld());
}

/** Runs one command line (without `node` and the script) and tells the exit code. */
export async function run(argv: string[], world: World): Promise<ExitCode> {
	const folders = rulesFolders(argv);
	if (folders.length > 1) return refuse(world, [rulesTwice]);
	const [folder] = folders;
	const loaded = await loadRules(folder);
	if (!loaded.ok) return refuse(world, loaded.problems);
	const rules = loaded.value;
	const program = programOf(rules);
	const clashes = findClashes(program, rules);
	if (clashes.length > 0) return refuse(world, clashes);
	return runProgram(program, argv, { rules, folder, world });
}

/**
 * The folders after `--rules`, before a command or after it. Not `parseArgs`, which takes the square of
 * the number of words. Without a folder behind it commander says what is missing.
 */
function rulesFolders(argv: string[]): string[] {
	const end = argv.indexOf("--");
	return (end < 0 ? argv : argv.slice(0, end)).flatMap((word, place) => {
		if (word.startsWith("--rules=")) return [word.slice("--rules=".length)];
		const next = argv[place + 1];
		return word === "--rules" && next !== undefined ? [next] : [];
	});
}

const rulesTwice: Problem = {
	code: "bad-flag",
	message: "--rules is given more than once.",
	hint: "Use one rule set; a rule set can extend another.",
};

/** Facts of a rule set that are called like an option: both would be the same flag. */
function findClashes({ flags }: Usage, rules: RuleSet): Problem[] {
	const isTaken = (fact: string) =>
		fact.startsWith("no-") ||
		["help", ...Object.keys(flags)].some((name) => name === fact || name === `no-${fact}`);
	return Object.keys(rules.questions)
		.filter(isTaken)
		.map((fact) => ({
			code: "reserved-id",
			message: `A fact cannot be called ${fact}: --${fact} is an option of the program.`,
			hint: "Give the fact another id.",
			...(rules.places?.[fact] && { at: rules.places[fact] }),
		}));
}
