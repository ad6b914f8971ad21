/** The rule set to decide by: the built-in one, or a folder's. */
import { normalize } from "node:path";
import { attachPrepared, type Prepared } from "../core/decision/prepared.ts";
import { bad, good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { builtIn, readBuilt } from "./read-built.ts";

/** What the build writes of the built-in rules. */
export interface BuiltRules {
	rules: RuleSet;
	prepared: Prepared;
}

/** Reads a rule set; without a folder the one that ships with the package. */
export async function loadRules(folder?: string): Promise<Result<RuleSet>> {
	if (folder === "")
		return bad({
			code: "bad-flag",
			message: "--rules is empty.",
			hint: "Pass a folder of YAML files, or remove the flag to use the built-in rules.",
		});
	const isBuiltIn = folder === undefined || folder === builtIn;
	if (isBuiltIn) {
		const prepared = readPrepared();
		if (prepared) return good(prepared);
	}
	// Reading YAML takes longer than a whole decision: only where there is no build, or another rule set.
	const { builtInFolder, readRuleFolder } = await import("./read-rule-folder.ts");
	const read = isBuiltIn
		? await readRuleFolder(builtInFolder, "rules")
		: // Not `resolve`: the working directory may be gone.
			await readRuleFolder(normalize(folder), folder);
	return read.ok ? good(read.value.rules) : read;
}

/** The built-in rules as the build left them; running from source there are none. */
function readPrepared(): RuleSet | undefined {
	const text = readBuilt("rules.json");
	if (text === undefined) return undefined;
	const { rules, prepared }: BuiltRules = JSON.parse(text);
	attachPrepared(rules, prepared);
	return rules;
}
