/** Commands for habits: `init`, `completion`, `help`. */
import type { Command } from "commander";
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { defaultFile } from "../io/default-file.ts";
import type { World } from "../io/world.ts";
import { shells } from "../report/completion/shells.ts";
import { isTopic, topicNames, topics } from "./help.ts";
import { type AddCommands, rulesOption } from "./options.ts";

export const addMoreCommands: AddCommands = (program, rules, world, finish) => {
	program
		.command("init")
		.argument("[file]", "the file to write", defaultFile)
		.description("write a file of answers to fill in")
		.option("--force", "replace the file if it is there")
		.addOption(rulesOption())
		.action(async (file: string, { force = false }: { force?: boolean }) => {
			const { init } = await import("../commands/init.ts");
			finish(await init(file, { force, rules, world }));
		});
	program
		.command("completion")
		.argument("<shell>", shells.join(" | "))
		.description("print a script that completes flags, values and ids in a shell")
		.addOption(rulesOption())
		.action(async (shell: string) => {
			const { usageOf } = await import("./usage.ts");
			const { printCompletion } = await import("../commands/print-completion.ts");
			finish(printCompletion(shell, { usage: usageOf(program, rules), world }));
		});
	program
		.command("help")
		.argument("[topic...]", `${topicNames.join(" | ")}, or a command`)
		.description("tell more about a topic or a command")
		.action(async (words: string[]) => finish(await help(words, program, world)));
};

/** A topic, or a command by its words: `help rules check`. */
async function help(words: string[], program: Command, world: World): Promise<ExitCode> {
	const [word = ""] = words;
	if (words.length === 1 && isTopic(word)) {
		const { formatTopic } = await import("../report/man/topic.ts");
		world.print(formatTopic(topics[word], world.style.width));
		return exit.done;
	}
	let command = program;
	for (const name of words) {
		const next = command.commands.find((candidate) => candidate.name() === name);
		if (!next) return refuse(world, [unknownTopic(name, command)]);
		command = next;
	}
	command.outputHelp();
	return exit.done;
}

function unknownTopic(word: string, { parent, commands }: Command) {
	const names = [...(parent ? [] : topicNames), ...commands.map((command) => command.name())];
	return {
		code: "unknown-topic",
		message: `There is no help on ${formatRaw(word)}.${didYouMean(word, names)}`,
		hint: names.length > 0 ? `There is help on ${names.join(", ")}.` : "Leave it out.",
	};
}
