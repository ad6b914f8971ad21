/** Answers as a file to change and run again: the question stands above each answer. */
import { stat } from "node:fs/promises";
import { dirname, extname } from "node:path";
import wrapAnsi from "wrap-ansi";
import writeFileAtomic from "write-file-atomic";
import { stringify } from "yaml";
import { type Answers, isKnown } from "../core/answers.ts";
import { valuesOf } from "../core/domain.ts";
import type { Question } from "../core/rule-file.ts";
import type { RuleSet } from "../core/rule-set.ts";

export const defaultFile = "should-i-finetune.yaml";
const width = 80;

/**
 * Commented YAML; what is not known stands below, ready to be filled in.
 * With `meanings` each value stands on a line with what it means: for people who saw no interview.
 */
export function printAnswersFile(
	rules: RuleSet,
	answers: Answers,
	{ meanings = false } = {},
): string {
	const entries = Object.entries(rules.questions);
	const aboutOf = (question: Question) =>
		[question.ask, ...(meanings ? meaningsOf(question) : [takes(question)])]
			.map(comment)
			.join("\n");
	const known = entries.flatMap(([fact, question]) => {
		const answer = answers[fact];
		return isKnown(answer) ? [`${aboutOf(question)}\n${stringify({ [fact]: answer.value })}`] : [];
	});
	const open = entries
		.filter(([fact]) => !isKnown(answers[fact]))
		.map(([fact, question]) => `${aboutOf(question)}\n# ${fact}: unknown\n`);
	const head = comment("Answers for should-i-finetune: improve the prompts, or fine-tune?");
	const rest = comment(
		"Not known yet. Take the # away from the last line of a question to answer it.",
	);
	return [`${head}\n`, ...known, ...(open.length > 0 ? [`${rest}\n`, ...open] : [])].join("\n");
}

/** What can stand there, in a line. */
function takes(question: Question): string {
	const values = valuesOf(question)?.join(", ");
	const { number, text } = question;
	return `(${values ?? (number ? `a number of ${number.unit}` : `a name, such as ${text?.example}`)})`;
}

/** The same with a line for each value, and why it is asked. */
function meaningsOf(question: Question): string[] {
	const { why, find, number, text } = question;
	const meanings = question.choices ?? question["yes-no"] ?? {};
	const lines = Object.entries(meanings).map(([value, meaning]) => `- ${value}: ${meaning}`);
	const amount = number && `- a number of ${number.unit}, such as ${number.example}, or a range`;
	return [why, find, ...lines, ...(amount ? [amount] : []), ...(text ? [takes(question)] : [])];
}

const comment = (text: string): string => wrapAnsi(text, width - 2).replaceAll(/^/gm, "# ");

/** Why answers cannot be saved there, if so. */
export async function whyNotSaved(file: string): Promise<string | undefined> {
	if (/\p{Cc}/u.test(file)) return "A file name holds no control characters.";
	if (!/^\.ya?ml$/i.test(extname(file)))
		return `Answers are saved as YAML: end the name with .yaml, such as ${defaultFile}.`;
	const folder = await stat(dirname(file)).catch(() => undefined);
	if (!folder?.isDirectory()) return `There is no folder ${dirname(file)}; name one that exists.`;
	const there = await stat(file).catch(() => undefined);
	return there && !there.isFile() ? `${file} is not a file; choose another name.` : undefined;
}

export const hasFile = async (file: string): Promise<boolean> =>
	(await stat(file).catch(() => undefined)) !== undefined;

/** Writes all or nothing; what stands in the way comes back as a sentence. */
export async function saveAnswers(file: string, content: string): Promise<string | undefined> {
	try {
		await writeFileAtomic(file, content);
		return undefined;
	} catch (error) {
		const { code = "unknown error" } = error as NodeJS.ErrnoException;
		return `${file} cannot be written: ${reasons[code] ?? `the system says ${code}`}.`;
	}
}

const reasons: Record<string, string> = {
	EACCES: "it may not be written there",
	EPERM: "it may not be written there",
	EROFS: "the disk is read-only",
	ENOSPC: "the disk is full",
	ENAMETOOLONG: "the name is too long",
};
