/** The published cases that ship with the package. */
import { readFileSync } from "node:fs";
import type { PublishedCase } from "../core/case-file.ts";
import { good, type Result } from "../core/problems.ts";

export async function loadCases(): Promise<Result<PublishedCase[]>> {
	const compiled = readCompiled();
	if (compiled) return good(compiled);
	// Reading YAML takes longer than a whole decision: only where there is no build.
	const { builtInCases, readCases } = await import("./read-cases.ts");
	return readCases(builtInCases);
}

/** The cases as the build left them; running from source there are none. */
function readCompiled(): PublishedCase[] | undefined {
	try {
		return JSON.parse(readFileSync(new URL("../cases.json", import.meta.url), "utf8"));
	} catch {
		return undefined;
	}
}
