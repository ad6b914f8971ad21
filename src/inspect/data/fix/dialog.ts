/** A chat with its tools and images, whatever the format that it was written in. */
import type { Example } from "../layouts/layout.ts";
import type { Call, ToolAnswer, Turn } from "../layouts/turns.ts";
import { type Fields, isRecord, isText } from "../record.ts";
import { type ToolDefinition, toolsOf } from "./tools.ts";

export interface ToolCall {
	id: string;
	name: string;
	input: Fields;
}

export interface ToolResult {
	id: string;
	name: string;
	text: string;
}

export interface Message {
	role: "user" | "assistant";
	text: string;
	images: readonly string[];
	calls: ToolCall[];
	/** Of the calls before. */
	results: ToolResult[];
}

export interface Dialog {
	system: string;
	messages: Message[];
	tools: ToolDefinition[];
}

/** Undefined where calls or tools cannot be read. */
export function dialogOf(row: Fields, turns: NonNullable<Example["turns"]>): Dialog | undefined {
	const tools = toolsOf(row, turns);
	const calls = openCalls();
	const messages: Message[] = [];
	for (const turn of turns) {
		if (turn.role === "system") continue;
		const made = turn.calls.flatMap(each).map(calls.make);
		if (!tools || made.includes(undefined)) return undefined;
		const results = resultsOf(turn, calls);
		const before = messages.at(-1);
		// Results of several calls belong together.
		if (turn.role === "tool" && before && before.results.length > 0 && before.text === "")
			before.results.push(...results);
		else
			messages.push({
				role: turn.role === "assistant" ? "assistant" : "user",
				text: turn.role === "tool" ? "" : turn.said,
				images: turn.images,
				calls: made.filter((call) => call !== undefined),
				results,
			});
	}
	const system = turns.flatMap(({ role, said }) => (role === "system" && said ? said : []));
	return tools && { system: system.join("\n\n"), messages, tools };
}

/** Gives ids to calls that have none, and finds the call that a result is of. */
function openCalls() {
	const made: ToolCall[] = [];
	const open: ToolCall[] = [];
	return {
		make(call: Call): ToolCall | undefined {
			const read = readCall(call);
			if (!read) return undefined;
			const named = { id: call.id || `call_${made.length + 1}`, ...read };
			made.push(named);
			open.push(named);
			return named;
		},
		answered(id: string): ToolCall | undefined {
			const place = id === "" ? 0 : open.findIndex((call) => call.id === id);
			return place < 0 ? made.find((call) => call.id === id) : open.splice(place, 1)[0];
		},
	};
}

/** Formats without a name may have several calls as one text. */
function each(call: Call): Call[] {
	const list = call.name === "" && isText(call.input) ? parse(call.input) : call.input;
	if (!Array.isArray(list)) return [call];
	return list.map((one, place) => ({ id: place === 0 ? call.id : "", name: "", input: one }));
}

/** Formats without a name have all of the call as one text. */
function readCall({ name, input }: Call): Pick<ToolCall, "name" | "input"> | undefined {
	const given = isText(input) ? parse(input) : (input ?? {});
	if (!isRecord(given)) return undefined;
	if (name !== "") return { name, input: given };
	const within = isText(given.arguments) ? parse(given.arguments) : (given.arguments ?? {});
	return isText(given.name) && isRecord(within) ? { name: given.name, input: within } : undefined;
}

function resultsOf(
	{ role, said, answers }: Turn,
	calls: ReturnType<typeof openCalls>,
): ToolResult[] {
	const given: readonly ToolAnswer[] =
		answers.length > 0 || role !== "tool" ? answers : [{ id: "" }];
	return given.map(({ id, content }) => {
		const call = calls.answered(id);
		return {
			id: id || (call?.id ?? ""),
			name: call?.name ?? "",
			text: content === undefined ? said : textOf(content),
		};
	});
}

function textOf(content: unknown): string {
	if (isText(content)) return content;
	if (Array.isArray(content)) return content.map(textOf).join("\n");
	if (!isRecord(content)) return String(content);
	if (isText(content.text)) return content.text;
	return JSON.stringify(content.json ?? content.response ?? content);
}

export function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
