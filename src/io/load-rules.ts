/** The rule set to decide by: the built-in one, or a folder's. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rule-set.ts";

/** Reads a rule set; without a folder the one that ships with the package. */
export async function loadRules(folder?: string): Promise<Result<RuleSet>> {
	if (folder === undefined) {
		const compiled = await readCompiled();
		if (compiled) return good(compiled);
	}
	// Reading YAML takes longer than a whole decision: only where there is no build, or another rule set.
	const { builtInFolder, readRuleFolder } = await import("./read-rule-folder.ts");
	const read =
		folder === undefined
			? await readRuleFolder(builtInFolder, "rules")
			: await readRuleFolder(resolve(folder), folder);
	return read.ok ? good(read.value.rules) : read;
}

/** The built-in rules as the build left them; running from source there are none. */
async function readCompiled(): Promise<RuleSet | undefined> {
	try {
		return JSON.parse(await readFile(new URL("../built-in.json", import.meta.url), "utf8"));
	} catch {
		return undefined;
	}
}
