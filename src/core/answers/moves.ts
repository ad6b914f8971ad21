/** What can happen to an answer from here. */
import type { Question } from "./question.ts";

/** Whether the team can change the answer. */
export const isOurs = ({ moves }: Pick<Question, "moves">): boolean =>
	moves === "forward" || moves === "freely";
