/** The YAML files of a folder, not trusted: rules, or published cases. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { bad, good, type Result } from "../core/problems.ts";
import type { RawFile } from "../core/rules/read-rules.ts";
import { parseYaml } from "./yaml.ts";

/**
 * All files, by name.
 * @param what is expected there, and what to do where there is none of it
 */
export async function readYamlFolder(
	folder: string,
	name: string,
	{ what, hint }: { what: "rules" | "cases"; hint: string },
): Promise<Result<RawFile[]>> {
	const names = await readdir(folder).catch(() => undefined);
	const files = names?.filter((file) => /^[^.].*\.ya?ml$/.test(file)).sort() ?? [];
	const why = names ? "no YAML file is there" : "the folder cannot be read";
	const message = `There are no ${what} in ${name}: ${why}.`;
	if (files.length === 0) return bad({ code: `no-${what}`, message, hint });
	const read = await Promise.all(
		files.map((file) => readYaml(join(folder, file), `${name.replace(/\/+$/, "")}/${file}`)),
	);
	const problems = read.flatMap((file) => (file.ok ? [] : file.problems));
	return problems.length > 0
		? bad(...problems)
		: good(read.flatMap((file) => (file.ok ? file.value : [])));
}

async function readYaml(path: string, file: string): Promise<Result<RawFile>> {
	if (!(await stat(path)).isFile())
		return bad({ code: "no-file", message: `${file} is not a file.`, at: { file } });
	const parsed = parseYaml(await readFile(path, "utf8"), file);
	return parsed.ok ? good({ file, ...parsed.value }) : parsed;
}
