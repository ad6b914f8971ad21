/** The rule set to decide by: the built-in one, or a folder's. */
import { resolve } from "node:path";
import { attachDiagrams } from "../core/packed-diagrams.ts";
import { bad, good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rule-set.ts";
import { readBuilt } from "./read-built.ts";

/** Reads a rule set; without a folder the one that ships with the package. */
export async function loadRules(folder?: string): Promise<Result<RuleSet>> {
	if (folder === "")
		return bad({
			code: "bad-flag",
			message: "--rules is empty.",
			hint: "Give it a folder of YAML files, or leave it out to use the built-in rules.",
		});
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
	const text = readBuilt("built-in.json");
	if (text === undefined) return undefined;
	const { rules, later, diagrams } = JSON.parse(text);
	readLater(rules, later);
	return attachDiagrams(rules, diagrams);
}

/** Parts that no decision needs are read when somebody looks at one of them. */
function readLater(rules: RuleSet, keys: readonly (keyof RuleSet)[]): void {
	const define = (key: keyof RuleSet, as: PropertyDescriptor) =>
		Object.defineProperty(rules, key, { ...as, configurable: true, enumerable: true });
	const read = () => {
		const parts = JSON.parse(readBuilt("built-in-later.json") as string);
		for (const key of keys) define(key, { value: parts[key], writable: true });
	};
	for (const key of keys)
		define(key, {
			get() {
				read();
				return rules[key];
			},
		});
}
