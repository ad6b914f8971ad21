/** Published cases from a folder of YAML files, not trusted: one case a file, every problem told. */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Question } from "../core/answers/question.ts";
import { type PublishedCase, readCase } from "../core/cases/case-file.ts";
import { bad, good, type Place, type Problem, type Result } from "../core/problems.ts";
import { parseYaml } from "./yaml.ts";

/** The cases that ship with the package; the same path from source and from the build. */
export const builtInCases = join(import.meta.dirname, "../../rules/cases");

/** Reads every case of a folder, by file name; with `questions` the facts are checked, too. */
export async function readCases(
	folder: string,
	questions?: Record<string, Question>,
): Promise<Result<PublishedCase[]>> {
	const names = await readdir(folder).catch(() => undefined);
	const yaml = names?.filter((file) => /\.ya?ml$/.test(file)).sort() ?? [];
	if (yaml.length === 0)
		return bad({
			code: "no-cases",
			message: `There are no cases in ${basename(folder)}: ${names ? "no YAML file is there" : "the folder cannot be read"}.`,
			hint: "Name a folder of YAML files, one published case each.",
		});
	const cases: PublishedCase[] = [];
	const problems: Problem[] = [];
	const places = new Map<string, Place>();
	for (const file of yaml) {
		const read = await readOne(join(folder, file), `${basename(folder)}/${file}`, questions);
		if (!read.ok) problems.push(...read.problems);
		else if (places.has(read.value.found.id)) problems.push(twice(read.value, places));
		else {
			places.set(read.value.found.id, read.value.at);
			cases.push(read.value.found);
		}
	}
	return problems.length > 0 ? bad(...problems) : good(cases);
}

interface Read {
	found: PublishedCase;
	at: Place;
}

async function readOne(
	path: string,
	file: string,
	questions: Record<string, Question> | undefined,
): Promise<Result<Read>> {
	if (!(await stat(path)).isFile())
		return bad({ code: "no-file", message: `${file} is not a file.`, at: { file } });
	const parsed = parseYaml(await readFile(path, "utf8"), file);
	if (!parsed.ok) return parsed;
	const read = readCase({ file, ...parsed.value }, questions);
	return read.ok ? good({ found: read.value, at: parsed.value.locate(["id"]) }) : read;
}

const twice = ({ found: { id }, at }: Read, places: Map<string, Place>): Problem => ({
	code: "said-twice",
	message: `The case ${id} is already in ${places.get(id)?.file}.`,
	hint: "Give one of the two another id.",
	at,
});
