import type { Question } from "../answers/question.ts";
import type { RuleSet } from "./rule-set.ts";

/** Questions, and computed facts as if they were asked: tests of rules give both. */
export const withComputed = ({
	questions,
	computed = {},
}: Pick<RuleSet, "questions" | "computed">): Record<string, Question> => ({
	...questions,
	...Object.fromEntries(
		Object.entries(computed).map(([id, { label, means, choices }]) => [
			id,
			{ ask: means, label, why: means, find: means, moves: "never" as const, choices },
		]),
	),
});
