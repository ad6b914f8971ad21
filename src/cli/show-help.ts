/** `help`: a topic, or a command by its words, such as `help rules check`. */
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import type { Problem } from "../core/problems.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import type { Usage } from "../report/usage.ts";
import type { WithinProgram } from "./command.ts";
import { isTopic, topicNames, topics } from "./help.ts";

export async function showHelp(
	words: string[],
	{ program, world, printHelp }: WithinProgram,
): Promise<ExitCode> {
	const [word = ""] = words;
	if (words.length === 1 && isTopic(word)) {
		const { formatTopic } = await import("../report/man/topic.ts");
		world.print(formatTopic(topics[word], world.style.width));
		return exit.done;
	}
	let command = program;
	for (const name of words) {
		const next = command.commands.find((candidate) => candidate.name === name);
		if (!next) return refuse(world, [unknownTopic(name, command, command === program)]);
		command = next;
	}
	return printHelp(words);
}

function unknownTopic(word: string, { commands }: Usage, isFirst: boolean): Problem {
	const names = [...(isFirst ? topicNames : []), ...commands.map(({ name }) => name)];
	return {
		code: "unknown-topic",
		message: `There is no help on ${formatRaw(word)}.${didYouMean(word, names)}`,
		hint: names.length > 0 ? `Help topics: ${names.join(", ")}.` : "Remove it.",
	};
}
