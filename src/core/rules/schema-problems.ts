/** What a schema finds wrong with a file, or a part of one, with its place and the nearest right key. */
import type * as z from "zod";
import { didYouMean } from "../answers/nearest-word.ts";
import { mostProblems } from "../limits.ts";
import type { Place, Problem } from "../problems.ts";

interface SchemaContext {
	/** What is read, to begin a sentence with. */
	what?: string;
	locate(path: readonly PropertyKey[]): Place;
	/** Keys that a misspelt one may have meant. */
	knownKeys: readonly string[];
	hint: string;
}

export function schemaProblems(
	issues: readonly z.core.$ZodIssue[],
	{ what = "The file", locate, knownKeys, hint }: SchemaContext,
): Problem[] {
	return issues.slice(0, mostProblems).flatMap((issue): Problem[] => {
		const path = issue.path.join(".");
		if (issue.code === "unrecognized_keys")
			return issue.keys.slice(0, mostProblems).map((key) => ({
				code: "unknown-key",
				message: `${path ? `${path}: ` : ""}there is no key ${key} here.${didYouMean(key, knownKeys)}`,
				hint,
				at: locate([...issue.path, key]),
			}));
		// What is wrong with a key is told one level down.
		const said = issue.code === "invalid_key" ? (issue.issues[0] ?? issue) : issue;
		const message = `${path || what}: ${said.message}.`;
		return [{ code: "bad-value", message, hint, at: locate(issue.path) }];
	});
}
