/** Rows whose input and answer stand in fields of their own. */
import { type Fields, has, isRecord, isRecords, isText } from "../record.ts";
import { textOfAnswer } from "./chat.ts";
import type { Example, Layout } from "./layout.ts";
import type { Mark } from "./marks.ts";
import { readTurn, type Turn, turnOf } from "./turns.ts";

interface Parts {
	/** Keys that go in, in this order. */
	input: readonly string[];
	answer: unknown;
	worse?: unknown;
	marks?: Mark[];
	/** Whether a row without an answer is complete. */
	isOpen?: boolean;
}

export function readFields(
	row: Fields,
	{ input, answer, worse, marks: given, isOpen }: Parts,
): Example {
	const marks = new Set<Mark>(given);
	const parts = input.map((key) => (has(row, key) ? row[key] : null));
	const prompt = parts
		.map((part) => textOfPart(part, marks))
		.filter(Boolean)
		.join("\n");
	const output = textOfPart(answer, marks);
	if (!isOpen) marks.add("has-answer");
	if (!isOpen && isBlank(answer, output)) marks.add("empty-answer");
	if (prompt.trim() === "" && output.trim() === "") marks.add("no-text");
	if (worse !== undefined && JSON.stringify(worse) === JSON.stringify(answer))
		marks.add("same-answers");
	if (has(row, "images")) marks.add("images");
	const turns = isOpen || worse !== undefined ? undefined : turnsOf(row, input, output);
	return {
		input: parts,
		answer: [answer],
		context: "",
		asked: prompt,
		output,
		marks,
		...(turns && { turns }),
	};
}

/** Undefined where the input is more than text. */
function turnsOf(row: Fields, input: readonly string[], output: string): Turn[] | undefined {
	const keys = input.filter((key) => key !== "system" && has(row, key) && row[key] !== "");
	if (!keys.every((key) => isText(row[key]) || typeof row[key] === "number")) return undefined;
	const asked = keys.map((key) => String(row[key])).join("\n\n");
	const system = input.includes("system") && isText(row.system) ? row.system : "";
	return [
		...(system === "" ? [] : [turnOf("system", system)]),
		turnOf("user", asked),
		turnOf("assistant", output),
	];
}

/** A number or a yes is an answer; a list may hold calls. */
const isBlank = (answer: unknown, text: string): boolean =>
	text.trim() === "" &&
	(answer === null || answer === undefined || isText(answer) || Array.isArray(answer)) &&
	!(Array.isArray(answer) && answer.some((one) => isRecord(one) && has(one, "tool_calls")));

function textOfPart(part: unknown, marks: Set<Mark>): string {
	if (isText(part)) return part;
	if (typeof part === "number" || typeof part === "boolean") return String(part);
	if (isRecords(part) && part.some((one) => "role" in one))
		return part.map((message) => readTurn(message, marks).text).join("\n");
	return part === null || part === undefined ? "" : textOfAnswer(part) || textOfLists(part);
}

/** Earlier turns are lists of two texts. */
function textOfLists(part: unknown): string {
	if (isText(part)) return part;
	if (Array.isArray(part)) return part.map(textOfLists).filter(Boolean).join("\n");
	return isRecord(part) ? JSON.stringify(part) : String(part ?? "");
}

/** The first of some keys that says something. */
export const firstOf = (row: Fields, keys: readonly string[]): string | undefined =>
	keys.find((key) => has(row, key));

export const layoutOf = (
	id: string,
	keys: string,
	fits: Layout["fits"],
	parts: (row: Fields) => Parts,
): Layout => ({ id, keys, fits, read: (row) => readFields(row, parts(row)) });
