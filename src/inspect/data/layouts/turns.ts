/** The messages of a chat, whatever the product that they were written for. */
import { type Fields, has, isRecord, isText } from "../record.ts";
import type { Mark } from "./marks.ts";

export type Role = "system" | "user" | "assistant" | "tool";

export interface Turn {
	/** Undefined where the format does not know the role. */
	role: Role | undefined;
	/** All text: what is said, thought, called and answered by tools. */
	text: string;
	/** What is said alone. */
	said: string;
	calls: Call[];
	/** The calls that this answers. */
	answers: ToolAnswer[];
	/** Addresses, or data URLs. */
	images: string[];
	/** Tools that are declared in it. */
	tools?: unknown;
}

export interface Call {
	/** Blank for a call without one. */
	id: string;
	name: string;
	/** Arguments, as JSON or as text of JSON; of formats without a name all of the call. */
	input: unknown;
}

export interface ToolAnswer {
	id: string;
	/** Where the message is not the answer itself. */
	content?: unknown;
}

export const turnOf = (role: Role | undefined, text = ""): Turn => ({
	...{ role, text, said: text },
	...{ calls: [], answers: [], images: [] },
});

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
	const turn = turnOf(own(chatRoles, message.role));
	if (turn.role === undefined) seen.add("unknown-role");
	if (message.role === "developer") seen.add("developer");
	if (message.role === "model") seen.add("model-role");
	readContent(message.content ?? message.refusal, turn, seen);
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
	const turn = turnOf(own(shareGptRoles, from));
	if (turn.role === undefined) seen.add("unknown-role");
	readContent(value, turn, seen);
	if (from === "function_call" || from === "tool_call") {
		turn.calls.push({ id: "", name: "", input: value });
		turn.said = "";
	}
	if (turn.role === "tool") seen.add("tool-role").add("tools");
	return turn;
}

function readCalls(message: Fields, turn: Turn, seen: Seen): void {
	if (Array.isArray(message.tool_calls))
		for (const call of message.tool_calls) {
			addCall(
				isRecord(call) ? (call.function ?? call) : undefined,
				isRecord(call) && isText(call.id) ? call.id : "",
				turn,
			);
		}
	if (isRecord(message.function_call)) {
		addCall(message.function_call, "", turn);
	}
	if (isText(message.tool_call_id)) turn.answers.push({ id: message.tool_call_id });
	if (turn.calls.length > 0) seen.add("tools");
	if (turn.role === "tool") seen.add("tool-role").add("tools");
}

/** What a call says is text that the model has to write. */
function addCall(call: unknown, id: string, turn: Turn): void {
	if (!isRecord(call)) {
		turn.calls.push({ id, name: "", input: undefined });
		return;
	}
	const { name, arguments: given } = call;
	turn.calls.push({ id, name: isText(name) ? name : "", input: given });
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
		turn.said += content;
		if (content.includes("<") && /<(?:image|video|audio)>/.test(content))
			seen.add(content.includes("<audio>") ? "audio" : "images");
		if (content.startsWith("<think>")) seen.add("reasoning");
	} else if (typeof content === "number") say(turn, String(content));
	else if (Array.isArray(content)) for (const part of content) readPart(part, turn, seen);
	else if (isRecord(content)) readPart(content, turn, seen);
}

function readPart(part: unknown, turn: Turn, seen: Seen): void {
	if (isText(part)) say(turn, part);
	if (!isRecord(part)) return;
	const { type } = part;
	const kind = isText(type) ? type : Object.keys(part).find((key) => Object.hasOwn(kinds, key));
	const read = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
	if (read) read(part, turn, seen);
	else if (isText(part.text)) say(turn, part.text);
}

function addText(turn: Turn, text: string): void {
	turn.text += turn.text === "" ? text : `\n${text}`;
}

function say(turn: Turn, text: string): void {
	addText(turn, text);
	turn.said += turn.said === "" ? text : `\n${text}`;
}

type ReadPart = (part: Fields, turn: Turn, seen: Seen) => void;

const text: ReadPart = (part, turn) => {
	const said = part.text ?? part.value ?? part.content;
	if (isText(said)) say(turn, said);
};
const reasoning: ReadPart = (part, turn, seen) => {
	seen.add("reasoning");
	const said = part.value ?? part.thinking ?? part.text ?? nested(part, "reasoningContent");
	if (isText(said)) addText(turn, said);
};
const image: ReadPart = (part, turn, seen) => {
	seen.add("images");
	if (turn.role === "assistant") seen.add("assistant-image");
	const address = addressOf(part);
	turn.images.push(address);
	if (address !== "" && !address.startsWith("data:")) seen.add("remote-images");
	if (address.length > longestImage) seen.add("large-images");
};

/** 10 MB as base64, with what stands before it. */
const longestImage = (10_000_000 * 4) / 3 + 100;

/** Of what holds an image by its bytes alone, a data URL. */
function addressOf(part: Fields): string {
	const { image_url: url, image, value, source, inlineData, inline_data: inline } = part;
	const [data, file] = [inlineData ?? inline, part.fileData ?? part.file_data];
	if (isRecord(data)) return dataUrl(data.mimeType ?? data.mime_type, data.data);
	if (isRecord(source)) {
		const { type, media_type: kind, data: bytes, url: address } = source;
		return type === "base64" ? dataUrl(kind, bytes) : isText(address) ? address : "";
	}
	if (isRecord(file)) return textIn(file.fileUri ?? file.file_uri);
	const inner = isRecord(image) ? image.source : undefined;
	if (isRecord(image) && isRecord(inner)) {
		const { bytes, s3Location: place } = inner;
		if (isText(bytes)) return dataUrl(`image/${textIn(image.format)}`, bytes);
		return isRecord(place) ? textIn(place.uri) : "";
	}
	return textIn(isRecord(url) ? url.url : (url ?? value ?? image));
}

const textIn = (value: unknown): string => (isText(value) ? value : "");
const dataUrl = (kind: unknown, data: unknown): string =>
	`data:${textIn(kind)};base64,${textIn(data)}`;

const audio: ReadPart = (_, __, seen) => void seen.add("audio");
const call: ReadPart = (part, turn, seen) => {
	seen.add("tools");
	const made = isRecord(part.toolUse)
		? part.toolUse
		: isRecord(part.functionCall)
			? part.functionCall
			: part;
	const said = made.value ?? made.input ?? made.args;
	turn.calls.push({ id: textIn(made.id ?? made.toolUseId), name: textIn(made.name), input: said });
	if (said !== undefined) addText(turn, isText(said) ? said : JSON.stringify(said));
};
const result: ReadPart = (part, turn, seen) => {
	seen.add("tools").add("tool-role");
	const given = isRecord(part.toolResult) ? part.toolResult : part;
	const said = part.functionResponse ?? given.content;
	turn.answers.push({ id: textIn(given.tool_use_id ?? given.toolUseId), content: said });
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
		turn.tools = part.value ?? part.text;
		if (isText(turn.tools)) addText(turn, turn.tools);
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
