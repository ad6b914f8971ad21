/** The messages of a chat, whatever the product that they were written for. */
import { type Fields, has, isRecord, isText } from "../record.ts";
import type { Mark } from "./marks.ts";

export type Role = "system" | "user" | "assistant" | "tool";

export interface Turn {
	/** Undefined where the format does not know the role. */
	role: Role | undefined;
	text: string;
	/** Ids of the tools that are called; blank for a call without one. */
	calls: string[];
	/** The calls that this answers. */
	answers: string[];
}

export const turnOf = (role: Role, text: string): Turn => ({ role, text, calls: [], answers: [] });

const chatRoles: Record<string, Role> = {
	system: "system",
	developer: "system",
	user: "user",
	assistant: "assistant",
	// The older form of Gemini.
	model: "assistant",
	tool: "tool",
	function: "tool",
	ipython: "tool",
};

const shareGptRoles: Record<string, Role> = {
	system: "system",
	human: "user",
	user: "user",
	gpt: "assistant",
	assistant: "assistant",
	chatgpt: "assistant",
	bing: "assistant",
	bard: "assistant",
	model: "assistant",
	function_call: "assistant",
	tool_call: "assistant",
	observation: "tool",
	tool: "tool",
	tool_response: "tool",
	function_response: "tool",
};

const own = (roles: Record<string, Role>, name: unknown): Role | undefined =>
	isText(name) && Object.hasOwn(roles, name) ? roles[name] : undefined;

/** What was seen on the way. */
type Seen = Set<Mark>;

export function readTurn(message: Fields, seen: Seen): Turn {
	const turn: Turn = { role: own(chatRoles, message.role), text: "", calls: [], answers: [] };
	if (turn.role === undefined) seen.add("unknown-role");
	if (message.role === "developer") seen.add("developer");
	if (message.role === "model") seen.add("model-role");
	readContent(message.content, turn, seen);
	readCalls(message, turn, seen);
	for (const key of ["reasoning_content", "reasoning", "thinking"]) {
		if (!isText(message[key]) || message[key] === "") continue;
		seen.add("reasoning");
		turn.text += `\n${message[key]}`;
	}
	readWeight(message, turn, seen);
	return turn;
}

/** ShareGPT: `from` and `value`. */
export function readShareGptTurn({ from, value }: Fields, seen: Seen): Turn {
	const turn: Turn = { role: own(shareGptRoles, from), text: "", calls: [], answers: [] };
	if (turn.role === undefined) seen.add("unknown-role");
	readContent(value, turn, seen);
	if (from === "function_call" || from === "tool_call") turn.calls.push("");
	if (turn.role === "tool") seen.add("tool-role").add("tools");
	return turn;
}

function readCalls(message: Fields, turn: Turn, seen: Seen): void {
	if (Array.isArray(message.tool_calls))
		for (const call of message.tool_calls) {
			turn.calls.push(isRecord(call) && isText(call.id) ? call.id : "");
			addCall(isRecord(call) ? call.function : undefined, turn);
		}
	if (isRecord(message.function_call)) {
		turn.calls.push("");
		addCall(message.function_call, turn);
	}
	if (isText(message.tool_call_id)) turn.answers.push(message.tool_call_id);
	if (turn.calls.length > 0) seen.add("tools");
	if (turn.role === "tool") seen.add("tool-role").add("tools");
}

/** What a call says is text that the model has to write. */
function addCall(call: unknown, turn: Turn): void {
	if (!isRecord(call)) return;
	const { name, arguments: given } = call;
	turn.text += `\n${isText(name) ? name : ""} ${isText(given) ? given : given === undefined ? "" : JSON.stringify(given)}`;
}

function readWeight(message: Fields, { role }: Turn, seen: Seen): void {
	const weight = message.weight ?? message.loss_weight ?? message.train ?? message.training;
	if (weight === undefined || weight === null) return;
	seen.add("weights");
	if (!has(message, "weight")) return;
	if ((weight !== 0 && weight !== 1) || role !== "assistant") seen.add("bad-weight");
}

export function readContent(content: unknown, turn: Turn, seen: Seen): void {
	if (isText(content)) {
		turn.text += content;
		if (content.includes("<") && /<(?:image|video|audio)>/.test(content))
			seen.add(content.includes("<audio>") ? "audio" : "images");
		if (content.startsWith("<think>")) seen.add("reasoning");
	} else if (Array.isArray(content)) for (const part of content) readPart(part, turn, seen);
	else if (isRecord(content)) readPart(content, turn, seen);
}

function readPart(part: unknown, turn: Turn, seen: Seen): void {
	if (isText(part)) addText(turn, part);
	if (!isRecord(part)) return;
	const { type } = part;
	const kind = isText(type) ? type : Object.keys(part).find((key) => Object.hasOwn(kinds, key));
	const read = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
	if (read) read(part, turn, seen);
	else if (isText(part.text)) addText(turn, part.text);
}

function addText(turn: Turn, text: string): void {
	turn.text += turn.text === "" ? text : `\n${text}`;
}

type ReadPart = (part: Fields, turn: Turn, seen: Seen) => void;

const text: ReadPart = (part, turn) => {
	const said = part.text ?? part.value ?? part.content;
	if (isText(said)) addText(turn, said);
};
const reasoning: ReadPart = (part, turn, seen) => {
	seen.add("reasoning");
	const said = part.value ?? part.thinking ?? part.text ?? nested(part, "reasoningContent");
	if (isText(said)) addText(turn, said);
};
const image: ReadPart = (part, turn, seen) => {
	seen.add("images");
	if (turn.role === "assistant") seen.add("assistant-image");
	const { image_url: url, value } = part;
	const address = isRecord(url) ? url.url : (url ?? value);
	if (isText(address) && !address.startsWith("data:")) seen.add("remote-images");
};
const audio: ReadPart = (_, __, seen) => void seen.add("audio");
const call: ReadPart = (part, turn, seen) => {
	seen.add("tools");
	const made = isRecord(part.toolUse)
		? part.toolUse
		: isRecord(part.functionCall)
			? part.functionCall
			: part;
	const id = made.id ?? made.toolUseId;
	turn.calls.push(isText(id) ? id : "");
	const said = made.value ?? made.input ?? made.args;
	if (said !== undefined) addText(turn, isText(said) ? said : JSON.stringify(said));
};
const result: ReadPart = (part, turn, seen) => {
	seen.add("tools").add("tool-role");
	const given = isRecord(part.toolResult) ? part.toolResult : part;
	const id = given.tool_use_id ?? given.toolUseId;
	turn.answers.push(isText(id) ? id : "");
	const said = part.functionResponse ?? given.content;
	if (said !== undefined) addText(turn, isText(said) ? said : JSON.stringify(said));
};

const nested = (part: Fields, key: string): unknown => {
	const inner = part[key];
	const deeper = isRecord(inner) ? inner.reasoningText : undefined;
	return isRecord(deeper) ? deeper.text : undefined;
};

/** By `type`, or by the key that takes its place. */
const kinds: Record<string, ReadPart> = {
	text,
	input_text: text,
	output_text: text,
	reasoning,
	thinking: reasoning,
	redacted_thinking: reasoning,
	reasoningContent: reasoning,
	image_url: image,
	image,
	input_image: image,
	video: image,
	video_url: image,
	inlineData: image,
	fileData: image,
	inline_data: image,
	file_data: image,
	document: image,
	audio,
	input_audio: audio,
	audio_url: audio,
	tools: (part, turn, seen) => {
		seen.add("tools");
		text(part, turn, seen);
	},
	tool_calls: call,
	tool_call: call,
	tool_use: call,
	toolUse: call,
	functionCall: call,
	function_call: call,
	tool_result: result,
	toolResult: result,
	functionResponse: result,
	function_response: result,
};
