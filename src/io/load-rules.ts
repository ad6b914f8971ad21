/** The rule set to decide by: the built-in one, or a folder's. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { attachDiagrams } from "../core/packed-diagrams.ts";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rule-set.ts";

/** Reads a rule set; without a folder the one that ships with the package. */
export async function loadRules(folder?: string): Promise<Result<RuleSet>> {
	if (folder === undefined) {
		const compiled = readCompiled();
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
function readCompiled(): RuleSet | undefined {
	try {
		const text = readFileSync(new URL("../built-in.json", import.meta.url), "utf8");
		const { rules, diagrams } = JSON.parse(text);
		return attachDiagrams(rules, diagrams);
	} catch {
		return undefined;
	}
}
