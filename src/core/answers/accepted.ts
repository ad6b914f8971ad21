/** What a question accepts, in words: the one place from which errors, help, the interview and files say it. */
import { valuesOf } from "./domain.ts";
import { formatNumber } from "./numbers.ts";
import type { Question } from "./question.ts";

/** `one of yes, no`, `a name, such as together`, `a number of weeks from 0 to 1,000, such as 8, or a range such as 8..16`. */
export function acceptedBy(question: Question): string {
	const values = valuesOf(question);
	if (values) return `one of ${values.join(", ")}`;
	if (!question.number) return `a name, such as ${question.text?.example}`;
	const { most, unit, example } = question.number;
	const short = most >= 20_000 ? " or 20k" : "";
	return `a number of ${unit} from 0 to ${formatNumber(most)}, such as ${example}${short}, or a range such as ${example}..${example * 2}`;
}
