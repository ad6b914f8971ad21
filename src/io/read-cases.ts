/** Published cases from a folder of YAML files, not trusted: one case a file, every problem told. */
import { basename, join } from "node:path";
import type { Question } from "../core/answers/question.ts";
import { type PublishedCase, readCase } from "../core/cases/case-file.ts";
import { bad, good, type Place, type Problem, type Result } from "../core/problems.ts";
import { readYamlFolder } from "./yaml-folder.ts";

/** The cases that ship with the package; the same path from source and from the build. */
export const builtInCases = join(import.meta.dirname, "../../rules/cases");

/** Reads every case of a folder, by file name; with `questions` the facts are checked, too. */
export async function readCases(
	folder: string,
	questions?: Record<string, Question>,
): Promise<Result<PublishedCase[]>> {
	const hint = "Pass a folder of YAML files with one published case each.";
	const files = await readYamlFolder(folder, basename(folder), { what: "cases", hint });
	if (!files.ok) return files;
	const cases: PublishedCase[] = [];
	const problems: Problem[] = [];
	const places = new Map<string, string>();
	for (const raw of files.value) {
		const read = readCase(raw, questions);
		if (!read.ok) {
			problems.push(...read.problems);
			continue;
		}
		const { id } = read.value;
		const before = places.get(id);
		if (before !== undefined) problems.push(twice(id, before, raw.locate(["id"])));
		places.set(id, raw.file);
		cases.push(read.value);
	}
	return problems.length > 0 ? bad(...problems) : good(cases);
}

const twice = (id: string, file: string, at: Place): Problem => ({
	code: "said-twice",
	message: `The case ${id} is already in ${file}.`,
	hint: "Rename one of them.",
	at,
});
