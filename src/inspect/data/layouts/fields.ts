/** Rows whose input and answer stand in fields of their own. */
import { type Fields, has, isRecord, isRecords, isText } from "../record.ts";
import { textOfAnswer } from "./chat.ts";
import type { Example, Layout } from "./layout.ts";
import type { Mark } from "./marks.ts";
import { type Role, readTurn, type Turn, turnOf } from "./turns.ts";

interface Parts {
	/** Keys that go in, in this order. */
	input: readonly string[];
	answer: unknown;
	worse?: unknown;
	marks?: Mark[];
	/** Whether a row without an answer is complete. */
	isOpen?: boolean;
}

function readFields(row: Fields, { input, answer, worse, marks: given, isOpen }: Parts): Example {
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
	const turns = isOpen || worse !== undefined ? undefined : turnsOf(row, input, answer);
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

/** What stands beside the question in places of its own. */
const besideQuestion = new Set(["system", "history", "tools"]);

/** Undefined where it cannot be said as a chat. */
function turnsOf(row: Fields, input: readonly string[], answer: unknown): Turn[] | undefined {
	const keys = input.filter((key) => !besideQuestion.has(key) && has(row, key) && row[key] !== "");
	const [only] = keys;
	const asked =
		keys.length === 1 && only !== undefined
			? spoken(row[only], "user")
			: keys.every((key) => isPlain(row[key])) &&
				spoken(keys.map((key) => String(row[key])).join("\n\n"), "user");
	const answered = spoken(answer, "assistant");
	const before = input.includes("history") ? historyOf(row.history) : [];
	if (!asked || !answered || !before) return undefined;
	const system = input.includes("system") && isText(row.system) ? row.system : "";
	return [...(system === "" ? [] : [turnOf("system", system)]), ...before, ...asked, ...answered];
}

const isPlain = (value: unknown): boolean =>
	isText(value) || typeof value === "number" || typeof value === "boolean";

/** A text, or messages. */
function spoken(value: unknown, role: Role): Turn[] | undefined {
	if (isPlain(value)) return [turnOf(role, String(value))];
	const isChat = isRecords(value) && value.every((message) => "role" in message);
	return isChat ? value.map((message) => readTurn(message, new Set())) : undefined;
}

/** Earlier turns, as lists of a question and its answer. */
function historyOf(history: unknown): Turn[] | undefined {
	if (history === undefined || history === null || history === "") return [];
	if (!Array.isArray(history)) return undefined;
	const pairs = history.map((pair) =>
		Array.isArray(pair) && pair.length === 2 && pair.every(isText)
			? [turnOf("user", String(pair[0])), turnOf("assistant", String(pair[1]))]
			: undefined,
	);
	return pairs.includes(undefined) ? undefined : pairs.flatMap((turns) => turns ?? []);
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
