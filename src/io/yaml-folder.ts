/** The YAML files of a folder, not trusted: rules, or published cases. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { formatNumber } from "../core/answers/numbers.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { RawFile } from "../core/rules/read-rules.ts";
import { mostFiles, mostMarksOfFolder } from "./limits.ts";
import { readText } from "./read-text.ts";
import { whyRefused } from "./system-errors.ts";
import { countMarks, parseYaml } from "./yaml.ts";

/**
 * All files, by name.
 * @param what is expected there, and what to do where there is none of it
 */
export async function readYamlFolder(
	folder: string,
	name: string,
	{ what, hint }: { what: "rules" | "cases" | "prices"; hint: string },
): Promise<Result<RawFile[]>> {
	const none = (why: string) =>
		bad({ code: `no-${what}`, message: `There are no ${what} in ${name}: ${why}.`, hint });
	let names: string[];
	try {
		names = (await readdir(folder)).filter((file) => /^[^.].*\.ya?ml$/.test(file)).sort();
	} catch (error) {
		return none(`the folder cannot be read (${whyRefused(error)})`);
	}
	if (names.length === 0) return none("it has no YAML files");
	if (names.length > mostFiles)
		return none(`it has more than ${formatNumber(mostFiles)} YAML files`);
	return readFiles(names, (file) => [join(folder, file), `${name}${slashAfter(name)}${file}`]);
}

const slashAfter = (name: string): string => (name.endsWith("/") ? "" : "/");

/** One after the other, so that no more is read than a rule set may hold. */
async function readFiles(
	names: readonly string[],
	pathAndName: (file: string) => [path: string, name: string],
): Promise<Result<RawFile[]>> {
	const files: RawFile[] = [];
	const problems: Problem[] = [];
	let marks = 0;
	for (const [path, file] of names.map(pathAndName)) {
		const text = await readText(path, file);
		marks += text.ok ? countMarks(text.value) : 0;
		if (marks > mostMarksOfFolder) return bad(...problems, tooMuch(file));
		const parsed = text.ok ? parseYaml(text.value, file) : text;
		if (parsed.ok) files.push({ file, ...parsed.value });
		else problems.push(...(text.ok ? parsed.problems : parsed.problems.map(unreadableHere)));
	}
	return problems.length > 0 ? bad(...problems) : good(files);
}

const unreadableHere = (problem: Problem): Problem => ({
	...problem,
	hint: "Each .yaml file in the folder must be UTF-8 text. Fix this one or remove it.",
});

const tooMuch = (file: string): Problem => ({
	code: "too-large",
	message: `The files up to this one exceed the limit for a folder: more than ${formatNumber(mostMarksOfFolder)} commas, colons, brackets, quotes and line ends.`,
	hint: "Remove what you don't need.",
	at: { file },
});
