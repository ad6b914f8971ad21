/** The rule set to decide by: the built-in one, or a folder's. */
import { resolve } from "node:path";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rule-set.ts";
import { builtInFolder, readRuleFolder } from "./read-rule-folder.ts";

export async function loadRules(folder?: string): Promise<Result<RuleSet>> {
	const read =
		folder === undefined
			? await readRuleFolder(builtInFolder, "rules")
			: await readRuleFolder(resolve(folder), folder);
	return read.ok ? good(read.value.rules) : read;
}
