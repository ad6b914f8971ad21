/** After an interview: the same run as a command line, and the answers as a file. */
import type { Answers } from "../core/answers/answers.ts";
import { commandLine } from "../core/answers/command-line.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { defaultFile } from "../io/read-answers.ts";
import { formatAnswersFile, hasFile, whyNotSaved } from "../io/save-answers.ts";
import type { World } from "../io/world.ts";
import { writeFiles } from "../io/write-files.ts";
import { fold } from "../report/text/columns.ts";
import { openTerminal, type Terminal, unlessInterrupted } from "./terminal.ts";

export async function keepAnswers(
	rules: RuleSet,
	answers: Answers,
	{ world, flags }: { world: World; flags: string[][] },
): Promise<"done" | "interrupted"> {
	const terminal = await openTerminal(world);
	// A backslash at the end of a line is for POSIX shells only.
	const width = process.platform === "win32" ? Number.POSITIVE_INFINITY : terminal.look.width;
	terminal.say(`\n${terminal.look.paint.dim("The same run as one command line:")}`);
	terminal.say(commandLine(answers, { flags, width }));
	return unlessInterrupted(async (): Promise<"done"> => {
		const file = await save(
			await chooseFile(terminal),
			formatAnswersFile(rules, answers),
			terminal,
		);
		if (file === undefined) return "done";
		terminal.say(fold(`Saved ${file}. To change an answer, edit it and run:`, terminal.look.width));
		terminal.say(commandLine({}, { flags: [["--answers", file], ...flags], asks: true, width }));
		return "done";
	});
}

const complain = (failure: string, { look, say }: Terminal): void =>
	say(look.paint.red(fold(failure, look.width)));

/** The file that was saved; undefined when the user gave up. */
async function save(
	file: string | undefined,
	content: string,
	terminal: Terminal,
): Promise<string | undefined> {
	if (file === undefined) return undefined;
	const [problem] = await writeFiles([{ file, content }]);
	if (!problem) return file;
	complain(problem.message, terminal);
	return save(await nameFile(terminal), content, terminal);
}

/** The file to save to; undefined when the user does not want one. */
async function chooseFile(terminal: Terminal): Promise<string | undefined> {
	const reply = await terminal.choose({
		ask: "Save your answers, to change them or share them later?",
		choices: [
			{ value: "save", name: `Save them as ${defaultFile}` },
			{ value: "name", name: "Save them under another name" },
			{ value: "none", name: "Don't save" },
		],
	});
	if (reply === "none") return undefined;
	return reply === "name" ? nameFile(terminal) : confirmFile(defaultFile, terminal);
}

async function nameFile(terminal: Terminal): Promise<string | undefined> {
	const file = await terminal.type({
		ask: "Save them where?",
		below: ["A file name that ends with .yaml. Enter alone: don't save."],
		check: async (text) => text.trim() === "" || ((await whyNotSaved(text.trim())) ?? true),
	});
	return file.trim() === "" ? undefined : confirmFile(file.trim(), terminal);
}

/** What is there stays there, unless the user says otherwise. */
async function confirmFile(file: string, terminal: Terminal): Promise<string | undefined> {
	const failure = await whyNotSaved(file);
	if (failure !== undefined) {
		complain(failure, terminal);
		return nameFile(terminal);
	}
	if (!(await hasFile(file))) return file;
	const reply = await terminal.choose({
		ask: `There is a file ${file}. Replace it?`,
		choices: [
			{ value: "other", name: "No, save under another name" },
			{ value: "replace", name: "Yes, replace it" },
			{ value: "none", name: "Don't save" },
		],
	});
	if (reply === "other") return nameFile(terminal);
	return reply === "replace" ? file : undefined;
}
