/** What all chats have in common: turns in some order, of which the last may be the answer. */
import { type Fields, has, isRecord, isText } from "../record.ts";
import { type Example, hasOthers, othersOf, promptOf } from "./layout.ts";
import type { Mark } from "./marks.ts";
import { type Turn, turnOf } from "./turns.ts";

export interface Chat {
	row: Fields;
	/** The messages as they stand in the row. */
	messages: readonly unknown[];
	turns: readonly Turn[];
	marks: Set<Mark>;
	/** Where the answer stands, if not in the last message. */
	better?: unknown;
	worse?: unknown;
	/** Keys of the row that are neither input nor answer. */
	known: ReadonlySet<string>;
}

/** Beside the messages these are part of what the model reads. */
const inputKeys = new Set([
	"system",
	"systemInstruction",
	"system_instruction",
	"tools",
	"functions",
	"images",
	"videos",
	"audios",
]);

export function readChat(chat: Chat): Example {
	const { row, messages, turns, marks, better, worse, known } = chat;
	markOrder(turns, marks);
	markRow(row, marks);
	if (marks.has("images")) markImages(chat);
	const last = turns.at(-1);
	const beside = besideOf(row);
	if (hasOthers(row, allKnown(known))) marks.add("extra-keys");
	const isAnswered = better === undefined && last?.role === "assistant";
	const common = { ...textsOf(chat, isAnswered ? turns.length - 1 : turns.length), marks };
	if (better !== undefined) {
		for (const mark of ["no-assistant", "few-messages"] as const) marks.delete(mark);
		const output = textOfAnswer(better);
		marks.add("has-answer");
		if (!hasText(output)) marks.add("empty-answer");
		if (JSON.stringify(better) === JSON.stringify(worse)) marks.add("same-answers");
		return done({ ...common, input: [messages, beside], answer: [better], output });
	}
	if (!last || !isAnswered) {
		marks.add("ends-open");
		const references = othersOf(row, allKnown(known));
		if (Object.values(references).every(isBlank)) marks.add("no-reference");
		return done({ ...common, input: [messages, beside], answer: [references], output: "" });
	}
	marks.add("has-answer");
	if (!hasText(last.said) && last.calls.length === 0) marks.add("empty-answer");
	const input = [messages.slice(0, -1), beside];
	const all = textOfSystem(row) !== "" ? [turnOf("system", textOfSystem(row)), ...turns] : turns;
	return done({ ...common, input, answer: [messages.at(-1)], output: last.text, turns: all });
}

function besideOf(row: Fields): Fields {
	const beside: Fields = {};
	for (const key in row) if (inputKeys.has(key) && has(row, key)) beside[key] = row[key];
	return beside;
}

function done(example: Example): Example {
	const { output, marks } = example;
	const isBlank = !hasText(output) && !hasText(promptOf(example));
	if (isBlank && !marks.has("tools") && !marks.has("images")) marks.add("no-text");
	return example;
}

/** Looks no further than it must. */
const hasText = (text: string): boolean => /\S/.test(text);

const knownSets = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The keys of a layout, with those that any chat may have. */
function allKnown(known: ReadonlySet<string>): ReadonlySet<string> {
	const before = knownSets.get(known);
	if (before) return before;
	const all = new Set([...known, ...inputKeys, "parallel_tool_calls"]);
	knownSets.set(known, all);
	return all;
}

function markRow(row: Fields, marks: Set<Mark>): void {
	if (textOfSystem(row) !== "") marks.add("system");
	if (isText(row.system)) marks.add("system-key");
	if (isFilled(row.tools) || isFilled(row.functions)) marks.add("tools");
	if (isFilled(row.images) || isFilled(row.videos)) marks.add("images");
	if (Array.isArray(row.images) && row.images.some(isElsewhere)) marks.add("remote-images");
	if (isFilled(row.audios)) marks.add("audio");
}

/** More than providers take that count: https://platform.openai.com/docs/guides/vision-fine-tuning. */
const mostImages = 10;

function markImages({ row, turns, marks }: Chat): void {
	const beside = Array.isArray(row.images) ? row.images.length : 0;
	const images = turns.reduce((sum, turn) => sum + turn.images.length, beside);
	if (images > mostImages) marks.add("large-images");
}

/** A path, or what has one. */
const isElsewhere = (image: unknown): boolean =>
	isText(image) ? !image.startsWith("data:") : isRecord(image) && isText(image.path);

const isBlank = (value: unknown): boolean =>
	value === null || value === "" || (Array.isArray(value) && value.length === 0);

const isFilled = (value: unknown): boolean =>
	Array.isArray(value) ? value.length > 0 : isText(value) && value.trim() !== "" && value !== "[]";

/** Who speaks when. */
function markOrder(turns: readonly Turn[], marks: Set<Mark>): void {
	let before: Turn | undefined;
	const open = new Set<string>();
	let unnamed = 0;
	for (const turn of turns) {
		const { role, calls, answers } = turn;
		if (role === "system") {
			marks.add("system");
			if (before) marks.add("role-order");
			continue;
		}
		if (!before && role !== "user" && role !== undefined) marks.add("role-order");
		if (before && before.role === role && role !== "tool") marks.add("repeated-role");
		if (role !== "tool" && answers.length === 0 && (open.size > 0 || unnamed > 0)) {
			marks.add("unanswered-call");
			open.clear();
			unnamed = 0;
		}
		for (const { id } of answers) if (!open.delete(id)) unnamed = Math.max(0, unnamed - 1);
		if (role === "tool" && answers.length === 0) unnamed = Math.max(0, unnamed - 1);
		for (const { id } of calls) {
			if (id === "") unnamed += 1;
			else open.add(id);
		}
		before = turn;
	}
	if (!turns.some(({ role }) => role === "assistant")) marks.add("no-assistant");
	if (turns.filter(({ role }) => role !== "system").length < 2) marks.add("few-messages");
}

/** The text that goes in: of the turns before the answer, and of what stands beside them. */
function textsOf({ row, turns }: Chat, end: number): Pick<Example, "context" | "asked"> {
	let context = textOfSystem(row);
	let asked: string | undefined;
	for (const [place, { role, text }] of turns.entries()) {
		if (role === "system") context = withLine(context, text);
		else if (place < end) asked = asked === undefined ? text : `${asked}\n${text}`;
	}
	return { context: withLine(context, textOfTools(row)), asked: asked ?? "" };
}

const withLine = (text: string, line: string): string =>
	text === "" || line === "" ? text + line : `${text}\n${line}`;

function textOfSystem({ system, systemInstruction, system_instruction: snake }: Fields): string {
	const given = system ?? systemInstruction ?? snake;
	if (isText(given)) return given;
	const parts = isRecord(given) ? given.parts : given;
	if (!Array.isArray(parts)) return "";
	return parts.map((part) => (isRecord(part) && isText(part.text) ? part.text : "")).join("\n");
}

const textOfTools = ({ tools }: Fields): string =>
	isText(tools) ? tools : Array.isArray(tools) ? JSON.stringify(tools) : "";

/** Of a message, a list of messages or a plain text. */
export function textOfAnswer(answer: unknown): string {
	if (isText(answer)) return answer;
	if (Array.isArray(answer)) return answer.map(textOfAnswer).join("\n");
	if (!isRecord(answer)) return "";
	const { content, value, text, parts, tool_calls: calls } = answer;
	const said = [content ?? value ?? text ?? parts].map(textOfAnswer).join("");
	return calls === undefined ? said : `${said}\n${JSON.stringify(calls)}`;
}
