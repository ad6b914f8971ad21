/** The YAML files of a rule set, from a folder. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { Compiled } from "../core/rules/compile.ts";
import { type RawFile, readRules } from "../core/rules/read-rules.ts";
import { parseYaml } from "./yaml.ts";

/** The rules that ship with the package; the same path from source and from the build. */
export const builtInFolder = join(import.meta.dirname, "../../rules");

/** Reads and checks a folder of rules, with what it extends below it. */
export async function readRuleFolder(folder: string, name = folder): Promise<Result<Compiled>> {
	const layers = await readLayers(folder, name, []);
	return layers.ok ? readRules(layers.value) : layers;
}

async function readLayers(
	folder: string,
	name: string,
	above: string[],
): Promise<Result<RawFile[][]>> {
	if (above.includes(folder) || above.length > 4)
		return bad({ code: "extends-itself", message: `${name} extends itself.`, at: { file: name } });
	const files = await readFolder(folder, name);
	if (!files.ok) return files;
	const base = files.value
		.map(({ value }) => (value as { extends?: unknown } | null)?.extends)
		.find((value) => typeof value === "string");
	if (base === undefined) return good([files.value]);
	const builtIn = base === "built-in";
	const below = await readLayers(
		builtIn ? builtInFolder : join(folder, base),
		builtIn ? "rules" : join(name, base),
		[...above, folder],
	);
	return below.ok ? good([...below.value, files.value]) : below;
}

async function readFolder(folder: string, name: string): Promise<Result<RawFile[]>> {
	const names = await readdir(folder).catch(() => undefined);
	const yaml = names?.filter((file) => /^[^.].*\.ya?ml$/.test(file)).sort() ?? [];
	if (yaml.length === 0)
		return bad({
			code: "no-rules",
			message: `There are no rules in ${name}: ${names ? "no YAML file is there" : "the folder cannot be read"}.`,
			hint: "Give --rules a folder of YAML files, or leave it out to use the built-in rules.",
		});
	const files: RawFile[] = [];
	const problems: Problem[] = [];
	const read = yaml.map((file) =>
		readYaml(join(folder, file), `${name.replace(/\/+$/, "")}/${file}`),
	);
	for (const parsed of await Promise.all(read)) {
		if (parsed.ok) files.push(parsed.value);
		else problems.push(...parsed.problems);
	}
	return problems.length > 0 ? bad(...problems) : good(files);
}

async function readYaml(path: string, file: string): Promise<Result<RawFile>> {
	if (!(await stat(path)).isFile())
		return bad({ code: "no-file", message: `${file} is not a file.`, at: { file } });
	const parsed = parseYaml(await readFile(path, "utf8"), file);
	return parsed.ok ? good({ file, ...parsed.value }) : parsed;
}
