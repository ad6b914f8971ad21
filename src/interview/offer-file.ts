/** Whoever does not know how many examples there are may have a file that tells. */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Answers } from "../core/answers/answers.ts";
import { oneLine } from "../core/harmless.ts";
import type { Result } from "../core/problems.ts";
import { fold } from "../report/text/columns.ts";
import type { Terminal } from "./terminal.ts";

/** The question after which a file is offered to be read. */
export const countedFact = "examples";

export interface MeasuredFile {
	answers: Answers;
	/** What was measured, and where it differs from what was said. */
	says: string[];
	/** Why the examples were not counted, where they were not. */
	uncounted?: string | undefined;
}

export const isMeasured = (reply: object): reply is MeasuredFile => "says" in reply;

export type MeasureFile = (path: string) => Promise<Result<MeasuredFile>>;

export const fileQuestion = "Do you have them in a file? Type its path to have it counted.";

/** What was measured; "none" without a file; "back" to the question before. */
export async function offerFile(
	measure: MeasureFile,
	{ type, say, look }: Pick<Terminal, "type" | "say" | "look">,
): Promise<MeasuredFile | "none" | "back"> {
	let found: MeasuredFile | undefined;
	const reply = await type({
		ask: fileQuestion,
		below: [
			"Such as: train.jsonl, a CSV or Parquet file, or a folder of them. It stays on your machine.",
			"Enter alone: go on without one. Type < to go back.",
		],
		async check(text) {
			if (["", "<"].includes(pathOf(text))) return true;
			const read = await countIn(text, measure);
			if (typeof read === "string") return read;
			found = read;
			return true;
		},
	});
	if (pathOf(reply) === "<") return "back";
	if (pathOf(reply) === "" || !found) return "none";
	sayFound(found, { say, look });
	return found;
}

export function sayFound({ says }: MeasuredFile, { say, look }: Pick<Terminal, "say" | "look">) {
	for (const line of says)
		say(look.paint.green(`${look.unicode ? "✔" : "*"} ${fold(oneLine(line), look.width, 2)}`));
}

/** What a file says of the examples, or what is wrong with it. */
export async function countIn(text: string, measure: MeasureFile): Promise<MeasuredFile | string> {
	const path = pathOf(text);
	if (path === "-") return "Type the path of a file.";
	const read = await measure(path);
	if (!read.ok) return complaintOf(read.problems, path);
	return Object.hasOwn(read.value.answers, countedFact) ? read.value : nothingIn(path, read.value);
}

/** Whether what is typed for a number is a file instead: one that is there, or a name like one. */
export const isPath = (text: string): boolean => {
	const path = pathOf(text);
	return (
		/[/\\]|\.(jsonl?|csv|tsv|parquet|gz|zst)$/i.test(path) || (path !== "" && existsSync(path))
	);
};

/** As it is typed or dropped on a terminal: in quotes, or below the home folder. */
function pathOf(text: string): string {
	const path = text.trim().replace(/^(["'])(.*)\1$/, "$2");
	return /^~[/\\]/.test(path) ? join(homedir(), path.slice(2)) : path;
}

const complaintOf = (
	problems: readonly { message: string; hint?: string; at?: { file?: string } }[],
	path: string,
): string => {
	const said = problems.map(({ message }) => message).join(" ");
	return `${path}: ${said} Try another path, or press Enter alone to go on without one.`;
};

const nothingIn = (path: string, { uncounted }: MeasuredFile): string =>
	`${path}: ${uncounted ?? "no known trainer reads its rows, so nothing can be counted."} Try another path, or press Enter alone to go on without one.`;
