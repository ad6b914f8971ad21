/** After an interview: the answers as a file, before the report moves them off the screen. */
import type { Answers } from "../core/answers/answers.ts";
import { commandLine } from "../core/answers/command-line.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { defaultFile } from "../io/read-answers.ts";
import { formatAnswersFile, hasFile, whyNotSaved } from "../io/save-answers.ts";
import { writeFiles } from "../io/write-files.ts";
import { fold } from "../report/text/columns.ts";
import { type Terminal, unlessInterrupted } from "./terminal.ts";

export function keepAnswers(
	rules: RuleSet,
	{ answers, title }: { answers: Answers; title: string | undefined },
	{
		terminal,
		flags,
		isReplaced,
	}: {
		terminal: Terminal;
		flags: string[][];
		/** Whether the answers came from the file that they would be saved as. */
		isReplaced: boolean;
	},
): Promise<"done" | "interrupted"> {
	return unlessInterrupted(async (): Promise<"done"> => {
		const content = formatAnswersFile(rules, answers, title);
		const file = await save(await chooseFile(terminal, isReplaced), content, terminal);
		if (file === undefined) return "done";
		terminal.say(fold(`Saved ${file}. To change an answer, edit it and run:`, terminal.look.width));
		const width = terminal.lineWidth;
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
async function chooseFile(terminal: Terminal, isReplaced: boolean): Promise<string | undefined> {
	const reply = await terminal.choose({
		ask: "Save your answers, to change them or share them later?",
		choices: [
			{ value: "save", name: `Save them ${isReplaced ? "to" : "as"} ${defaultFile}` },
			{ value: "name", name: "Save them under another name" },
			{ value: "none", name: "Don't save" },
		],
	});
	if (reply === "none") return undefined;
	if (reply === "name") return nameFile(terminal);
	return isReplaced ? defaultFile : confirmFile(defaultFile, terminal);
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
