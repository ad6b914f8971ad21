/** How much of what a rule set may hold; told before anything is made of it. */
import { formatNumber } from "../answers/numbers.ts";
import { mostParts } from "../limits.ts";
import type { Problem } from "../problems.ts";
import type { RuleSource } from "./merge.ts";
import type { RuleFile } from "./rule-file.ts";

type Part = keyof typeof mostParts;

/** A problem for each part that there is too much of, at the file where it passes the limit. */
export function findTooMany(sources: readonly RuleSource[]): Problem[] {
	return (Object.keys(mostParts) as Part[]).flatMap((part) => {
		let count = 0;
		for (const { value, locate } of sources) {
			count += countOf(part, value);
			if (count > mostParts[part]) {
				const isOfScores = part === "rules" || part === "ladders";
				return [tooMany(part, locate([isOfScores ? "scores" : part]))];
			}
		}
		return [];
	});
}

function countOf(part: Part, file: RuleFile): number {
	if (part !== "rules" && part !== "ladders") return Object.keys(file[part] ?? {}).length;
	const scores = Object.values(file.scores ?? {});
	return scores.reduce((sum, score) => sum + Object.keys(score[part] ?? {}).length, 0);
}

const tooMany = (part: Part, at: NonNullable<Problem["at"]>): Problem => ({
	code: "too-many",
	message: `A rule set may have ${formatNumber(mostParts[part])} ${part} at most, those of the rules it extends counted; here there are more.`,
	hint: "Leave out what is not needed, or make several rule sets of it.",
	at,
});
