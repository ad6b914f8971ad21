/** The commander program: flags from the questions, one recipe for each command. */
import { Command, CommanderError } from "commander";
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import type { World } from "../io/world.ts";
import { version } from "../version.ts";
import { addBatchCommand } from "./batch.ts";
import { factFlag, flagsOfAdvise, helpFlag, versionFlag } from "./flags.ts";
import { helpEnding } from "./help.ts";
import { addMoreCommands } from "./more.ts";
import { collect, noFileOption, optionOf, rulesOption } from "./options.ts";
import { addRecordsCommands } from "./records.ts";
import { addRulesCommands } from "./rules.ts";

/** Runs a command line that is more than flags of the default command. */
export async function runProgram(
	argv: string[],
	{ rules, world }: { rules: RuleSet; world: World },
): Promise<ExitCode> {
	let code: ExitCode = exit.done;
	const program = makeProgram(rules, world, (result) => {
		code = result;
	});
	try {
		await program.parseAsync(argv, { from: "user" });
		return code;
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		return error.exitCode === 0 ? exit.done : exit.refused;
	}
}

/** The whole program of a rule set; `finish` takes the exit code. */
export function makeProgram(
	rules: RuleSet,
	world: World,
	finish: (code: ExitCode) => void,
): Command {
	const program = new Command("should-i-finetune");
	program
		.exitOverride()
		.configureOutput({
			writeOut: (text) => world.print(text.trimEnd()),
			writeErr: (text) => world.complain(text.trimEnd()),
			// To find out by itself, commander would open Node's streams.
			getOutHasColors: () => false,
			getErrHasColors: () => false,
			getOutHelpWidth: () => world.style.width,
			getErrHelpWidth: () => world.style.width,
			outputError: (text, write) => write(explainError(text, rules)),
		})
		// Commander would leave long lines as they are in terminals of less than 72 columns.
		.configureHelp({ minWidthToWrap: 20 })
		.description(
			"Improve the prompts, or fine-tune? Answers questions about your project with a reasoned verdict.",
		)
		.version(version, versionFlag.flags, versionFlag.about)
		.helpOption(helpFlag.flags, helpFlag.about)
		.helpCommand(false)
		// The default action names an unknown command itself, with the nearest one.
		.allowExcessArguments(true)
		// So that `rules check --format json` is not read as a format of the default command.
		.enablePositionalOptions()
		.showSuggestionAfterError(true);
	addOptions(program);
	addFacts(program, rules);
	program.addHelpText("after", helpEnding());
	program.action(async (flags, { args }: Command) => {
		if (args.length > 0) return finish(refuse(world, [unknownCommand(program, args[0] as string)]));
		const { advise } = await import("../commands/advise.ts");
		finish(await advise(flags, { rules, world }));
	});
	program
		.command("explain")
		.argument("<id>", "a fact, rule, gate, score, lecture row, source or case; or weights")
		.description(
			"explain a rule, fact, gate, score, row, source or case; or how much the weights matter",
		)
		.option("-a, --answers <file>", "with weights: where these answers would turn", collect)
		.addOption(noFileOption())
		.addOption(rulesOption())
		.action(async (id: string, flags) => {
			const { explain } = await import("../commands/explain.ts");
			finish(await explain(id, { flags, rules, world }));
		});
	addRulesCommands(program, rules, world, finish);
	addRecordsCommands(program, rules, world, finish);
	addBatchCommand(program, rules, world, finish);
	addMoreCommands(program, rules, world, finish);
	return program;
}

function addOptions(program: Command): void {
	program.optionsGroup("Options:");
	for (const definition of flagsOfAdvise) program.addOption(optionOf(definition));
}

function addFacts(program: Command, rules: RuleSet): void {
	program.optionsGroup("Facts (leave out, or say unknown, what you do not know):");
	for (const [fact, question] of Object.entries(rules.questions))
		program.addOption(optionOf(factFlag(fact, question)));
}

/** Without a default action commander would say this itself. */
function unknownCommand(program: Command, word: string): Problem {
	const names = program.commands.map((command) => command.name());
	return {
		code: "unknown-command",
		message: `There is no command ${formatRaw(word)}.${didYouMean(word, names)}`,
		hint: `The commands are ${names.join(", ")}; facts are given as flags, such as --goal.`,
	};
}

/** commander's message, with the nearest flag where it knows none. */
function explainError(text: string, rules: RuleSet): string {
	const flag = /unknown option '--([^'=]+)/.exec(text)?.[1];
	const near =
		flag && !text.includes("Did you mean") ? didYouMean(flag, Object.keys(rules.questions)) : "";
	return `${text.trimEnd()}${near}\n       should-i-finetune --help lists every flag.\n`;
}
