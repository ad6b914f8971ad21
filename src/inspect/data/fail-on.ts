/** `--fail-on`: which findings, and how much of them, are a failure. */
import { formatRaw } from "../../core/answers/answers.ts";
import { didYouMean } from "../../core/answers/nearest-word.ts";
import { bad, good, type Problem, type Result } from "../../core/problems.ts";
import { type Code, codes } from "./findings/catalogue.ts";
import type { Finding } from "./findings/find.ts";

export interface Limit {
	/** A finding, or all of a level. */
	name: Code | "error" | "warning";
	/** The share from which on it fails; 0 for any. */
	share: number;
}

const names: readonly string[] = ["error", "warning", ...codes];

export function parseLimits(words: readonly string[]): Result<Limit[]> {
	const limits: Limit[] = [];
	const problems: Problem[] = [];
	for (const word of words) {
		const [, name = "", , percent] = /^([^=]*)(=(\d{1,3}(?:\.\d{1,4})?) ?%?)?$/.exec(word) ?? [];
		// The word is one of the names, which the compiler does not see.
		if (names.includes(name))
			limits.push({ name: name as Limit["name"], share: Number(percent ?? 0) / 100 });
		else problems.push(noFinding(word, name));
	}
	return problems.length > 0 ? bad(...problems) : good(limits);
}

/** The findings that are over a limit. */
export const failing = (findings: readonly Finding[], limits: readonly Limit[]): Finding[] =>
	findings.filter(({ code, level, share }) =>
		limits.some((limit) => [code, level].includes(limit.name) && share > 0 && share >= limit.share),
	);

const noFinding = (word: string, name: string): Problem => ({
	code: "bad-flag",
	message: `${formatRaw(word)} is not a valid --fail-on.${didYouMean(name, names)}`,
	hint: `Choose from error, warning, ${codes.join(", ")}; a share is written as duplicates=5%.`,
});
