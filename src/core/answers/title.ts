/** What a project is called: free text on one line. It stands beside the answers, and no rule reads it. */
import { bad, good, type Result } from "../problems.ts";
import type { RawAnswer } from "./answers.ts";

/** A title not yet trusted. */
export type RawTitle = Omit<RawAnswer, "fact">;

/** A line of a heading and a file name, not a paragraph. */
const longestTitle = 200;

/** An empty title is none. */
export function parseTitle({ value, from, at }: RawTitle): Result<string | undefined> {
	const refused = (message: string): Result<never> =>
		bad({
			code: "bad-title",
			message,
			hint: "Say in one line what you are building, such as Support bot.",
			at: at ?? { file: from },
		});
	if (value === null || value === undefined) return good(undefined);
	if (typeof value === "object") return refused("The title must be one line of text.");
	const text = String(value).trim();
	// A line separator of Unicode breaks a line, too.
	if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text))
		return refused("The title must be on one line, without tabs or other control characters.");
	if (text.length > longestTitle)
		return refused(`The title is ${text.length} characters long; the limit is ${longestTitle}.`);
	return good(text === "" ? undefined : text);
}

/** The title of files that are read together; two that differ are a problem. */
export function oneTitle(raw: readonly RawTitle[]): Result<string | undefined> {
	const read = raw.map(parseTitle);
	const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
	if (problems.length > 0) return bad(...problems);
	const titles = read.map((one) => (one.ok ? one.value : undefined));
	const first = titles.findIndex((title) => title !== undefined);
	const other = titles.findIndex((title) => title !== undefined && title !== titles[first]);
	if (other < 0) return good(titles[first]);
	const { from = "", at } = raw[other] ?? {};
	return bad({
		code: "contradiction",
		message: `${raw[first]?.from} and ${from} give two different titles.`,
		hint: "Keep one of them, or set it with --title.",
		at: at ?? { file: from },
	});
}
