/** The published cases that ship with the package. */
import { readFileSync } from "node:fs";
import type { PublishedCase } from "../core/case-file.ts";
import type { ComparedCase } from "../core/nearest-cases.ts";
import { isPrepared } from "../core/packed-diagrams.ts";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rule-set.ts";

/** What a decision compares answers with: less to read than the cases as a whole. */
export async function loadComparedCases(rules?: RuleSet): Promise<Result<ComparedCase[]>> {
	// Their cells are those of the built-in rules.
	const compiled =
		rules && isPrepared(rules) ? readCompiled<ComparedCase>("compared-cases.json") : undefined;
	return compiled ? good(compiled) : loadCases();
}

export async function loadCases(): Promise<Result<PublishedCase[]>> {
	const compared = readCompiled<ComparedCase>("compared-cases.json");
	const rest = readCompiled<RestOfCase>("rest-of-cases.json");
	if (compared && rest)
		return good(
			compared.map(({ cells: _, ...one }, place) => ({ ...one, ...(rest[place] as RestOfCase) })),
		);
	// Reading YAML takes longer than a whole decision: only where there is no build.
	const { builtInCases, readCases } = await import("./read-cases.ts");
	return readCases(builtInCases);
}

/** What no decision looks at; the build writes it in the order of the compared cases. */
export type RestOfCase = Omit<PublishedCase, keyof ComparedCase>;

/** The cases as the build left them; running from source there are none. */
function readCompiled<T>(name: string): T[] | undefined {
	try {
		return JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}
