/** Where the answers are, when they are not where the format has them. */
import { marksOf } from "../layouts/marks.ts";
import type { Survey } from "../rows/survey.ts";

/** The key that holds an answer in at least half of the rows that lack one. */
export function answerKeyOf({ answerKeys, columns, trainRows }: Survey): string | undefined {
	const bit = marksOf(["empty-answer"]);
	let empty = 0;
	for (let row = 0; row < trainRows; row += 1) if ((columns.marks.at(row) & bit) !== 0) empty += 1;
	const [most] = [...answerKeys].sort((a, b) => b[1] - a[1]);
	return most && most[1] >= empty / 2 ? most[0] : undefined;
}
