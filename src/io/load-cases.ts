/** The published cases that ship with the package. */
import type { PublishedCase } from "../core/cases/case-file.ts";
import type { CaseIndex } from "../core/cases/case-index.ts";
import { isPrepared } from "../core/decision/prepared.ts";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { readBuilt } from "./read-built.ts";

/** What the build writes of the cases: as they are, and by what they tell in the cells of the built-in rules. */
export interface BuiltCases {
	cases: PublishedCase[];
	index: Omit<CaseIndex, "cases">;
}

/** Cases for a decision by these rules; indexed already where the build has done so. */
export async function loadIndexedCases(
	rules: RuleSet,
): Promise<Result<PublishedCase[] | CaseIndex>> {
	const built = isPrepared(rules) ? readBuiltCases() : undefined;
	return built ? good({ ...built.index, cases: built.cases }) : loadCases();
}

export async function loadCases(): Promise<Result<PublishedCase[]>> {
	const built = readBuiltCases();
	if (built) return good(built.cases);
	// Reading YAML takes longer than a whole decision: only where there is no build.
	const { builtInCases, readCases } = await import("./read-cases.ts");
	return readCases(builtInCases);
}

function readBuiltCases(): BuiltCases | undefined {
	const text = readBuilt("cases.json");
	return text === undefined ? undefined : JSON.parse(text);
}
