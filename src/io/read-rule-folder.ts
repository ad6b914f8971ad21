/** The YAML files of a rule set, from a folder. */
import { join } from "node:path";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { Compiled } from "../core/rules/compile.ts";
import { type RawFile, readRules } from "../core/rules/read-rules.ts";
import { readPriceFolders } from "./load-prices.ts";
import { builtIn } from "./read-built.ts";
import { readYamlFolder } from "./yaml-folder.ts";

/** The rules that ship with the package; the same path from source and from the build. */
export const builtInFolder = join(import.meta.dirname, "../../rules");

/** Reads and checks a folder of rules, with what it extends below it. */
export async function readRuleFolder(folder: string, name: string): Promise<Result<Compiled>> {
	const layers = await readLayers(folder, name, []);
	if (!layers.ok) return layers;
	const compiled = readRules(layers.value.files);
	const prices = await readPriceFolders(layers.value.folders);
	if (!compiled.ok || !prices.ok) return bad(...[compiled, prices].flatMap(problemsOf));
	const { rules, changes } = compiled.value;
	return good({ rules: { ...rules, ...(prices.value && { prices: prices.value }) }, changes });
}

const problemsOf = (read: Result<unknown>): Problem[] => (read.ok ? [] : read.problems);

/** What a rule set is made of: what it extends first. */
interface Layers {
	files: RawFile[][];
	folders: string[];
}

async function readLayers(folder: string, name: string, above: string[]): Promise<Result<Layers>> {
	if (above.includes(folder) || above.length > 4)
		return bad({
			code: "extends-itself",
			message: `The rule set in ${name} extends itself.`,
			hint: "Set extends to built-in or to the folder of another rule set.",
		});
	const hint =
		"Pass a folder of YAML files with --rules, or remove the flag to use the built-in rules.";
	const files = await readYamlFolder(folder, name, { what: "rules", hint });
	if (!files.ok) return files;
	const base = files.value
		.map(({ value }) => (value as { extends?: unknown } | null)?.extends)
		.find((value) => typeof value === "string");
	if (base === undefined) return good({ files: [files.value], folders: [folder] });
	const isBuiltIn = base === builtIn;
	const below = await readLayers(
		isBuiltIn ? builtInFolder : join(folder, base),
		isBuiltIn ? "rules" : join(name, base),
		[...above, folder],
	);
	if (!below.ok) return below;
	return good({
		files: [...below.value.files, files.value],
		folders: [...below.value.folders, folder],
	});
}
