/** Answers as a file to change and run again: the question stands above each answer. */

import { stat } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { stringify } from "yaml";
import { acceptedBy } from "../core/answers/accepted.ts";
import type { Answers } from "../core/answers/answers.ts";
import type { Question } from "../core/answers/question.ts";
import { harmless, oneLine } from "../core/harmless.ts";
import { own } from "../core/own.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { wrapWords } from "../report/text/columns.ts";
import { defaultFile } from "./read-answers.ts";

const width = 80;

/**
 * Commented YAML, where each value stands beside what it means; what was not asked stands below, ready to be
 * filled in. "I don't know" is an answer too: it is not asked again.
 */
export function formatAnswersFile(rules: RuleSet, answers: Answers, title?: string): string {
	const entries = Object.entries(rules.questions);
	const known = entries.flatMap(([fact, question]) => {
		const answer = own(answers, fact);
		return answer ? [`${explained(question)}\n${formatEntry(fact, answer.value)}`] : [];
	});
	const open = entries
		.filter(([fact]) => !Object.hasOwn(answers, fact))
		.map(([fact, question]) => `${explained(question)}\n# ${fact}: unknown\n`);
	const parts = [`${comment(head)}\n`, formatTitle(title), ...known];
	if (open.length > 0) parts.push(`${comment(rest)}\n`, ...open);
	return harmless(parts.join("\n"));
}

/** What is spelt out, or breaks the line, stands in quotes, where YAML reads it back. */
function formatEntry(fact: string, value: string | number): string {
	const quoted = harmless(JSON.stringify(value));
	return quoted.includes("\\") ? `${fact}: ${quoted}\n` : stringify({ [fact]: value });
}

const formatTitle = (title: string | undefined): string =>
	`${comment("What you are building, in one line: the title of reports.")}\n${
		title === undefined ? "# title: Support bot\n" : formatEntry("title", title)
	}`;

const head = "Answers for should-i-finetune: improve the prompts, or fine-tune?";
const rest =
	"Not asked yet. To answer a question, remove the # from its last line and put a value there. `should-i-finetune explain NAME` says why it matters and how to find out.";

/** A question, and what can stand there in a line. */
const listed = (question: Question): string =>
	`${comment(question.ask)}\n${comment(`(${acceptedBy(question)})`)}`;

/** A question, and a line for each value. */
function explained(question: Question): string {
	const meanings = Object.entries(question.choices ?? question["yes-no"] ?? {});
	const lines = meanings.map(([value, meaning]) => comment(`${value}: ${meaning}`, "  "));
	return lines.length > 0 ? [comment(question.ask), ...lines].join("\n") : listed(question);
}

/** Text as comment lines; all but the first go in by twice the indent. */
const comment = (text: string, indent = ""): string =>
	wrapWords(oneLine(text), width - 2 - 2 * indent.length)
		.join(`\n${indent}`)
		.replaceAll(/^/gm, `# ${indent}`);

/** Why answers cannot be saved there, if so. */
export async function whyNotSaved(file: string): Promise<string | undefined> {
	if (/\p{Cc}/u.test(file)) return "A file name must not contain control characters.";
	if (!/^\.ya?ml$/i.test(extname(file)))
		return `Answers are saved as YAML. End the name with .yaml, such as ${defaultFile}.`;
	const folder = await stat(dirname(file)).catch(() => undefined);
	if (!folder?.isDirectory()) return `There is no folder ${dirname(file)}. Choose one that exists.`;
	const there = await stat(file).catch(() => undefined);
	return there && !there.isFile() ? `${file} is not a file. Choose another name.` : undefined;
}

export const hasFile = async (file: string): Promise<boolean> =>
	(await stat(file).catch(() => undefined)) !== undefined;
