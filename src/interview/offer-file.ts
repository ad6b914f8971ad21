/** Whoever does not know how many examples there are may have a file that tells. */
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
}

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
			const path = pathOf(text);
			if (path === "" || path === "<") return true;
			const read = path === "-" ? undefined : await measure(path);
			if (!read) return "Type the path of a file.";
			if (!read.ok) return complaintOf(read.problems, path);
			found = read.value;
			return Object.hasOwn(found.answers, countedFact) || nothingIn(path);
		},
	});
	if (pathOf(reply) === "<") return "back";
	if (pathOf(reply) === "" || !found) return "none";
	for (const line of found.says)
		say(look.paint.green(`${look.unicode ? "✔" : "*"} ${fold(oneLine(line), look.width, 2)}`));
	return found;
}

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

const nothingIn = (path: string): string =>
	`${path}: no known trainer reads its rows, so nothing can be counted. Try another path, or press Enter alone to go on without one.`;
