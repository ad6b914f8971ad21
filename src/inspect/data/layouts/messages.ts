/** Chats as lists of `role` and `content`, under any name. */
import { type Fields, has, isRecord, isRecords, isText } from "../record.ts";
import { readChat } from "./chat.ts";
import type { Example, Layout } from "./layout.ts";
import type { Mark } from "./marks.ts";
import { readTurn } from "./turns.ts";

/** Under which a list of messages is found. */
const names = ["messages", "conversations", "conversation", "dialog", "dialogue"] as const;

interface Found {
	name: string;
	messages: Fields[];
}

/** Of the row that was last looked at: several layouts ask in turn. */
let last: { row: Fields | undefined; found: Found | undefined } = {
	row: undefined,
	found: undefined,
};

export function messagesOf(row: Fields): Found | undefined {
	if (last.row !== row) last = { row, found: findMessages(row) };
	return last.found;
}

function findMessages(row: Fields): Found | undefined {
	for (const name of names) {
		const messages = row[name];
		if (isRecords(messages) && messages.some((message) => "role" in message))
			return { name, messages };
		// A chat in which nobody has spoken yet.
		if (name === "messages" && Array.isArray(messages) && messages.length === 0)
			return { name, messages };
	}
	return undefined;
}

interface Around {
	known: ReadonlySet<string>;
	better?: unknown;
	worse?: unknown;
	marks?: Mark[];
}

/** Keys of a chat that are neither input nor reference. */
const knownWith = (...keys: string[]): ReadonlySet<string> => new Set([...names, ...keys]);

function readMessages(row: Fields, { known, marks: given, ...answers }: Around): Example {
	const messages = messagesOf(row)?.messages ?? [];
	const marks = new Set<Mark>(given);
	const turns = messages.map((message) => readTurn(message, marks));
	return readChat({ row, messages, turns, marks, known, ...answers });
}

/** Parts of Bedrock have no type: the key names the kind. */
const isConversePart = (part: unknown): boolean =>
	isRecord(part) &&
	!("type" in part) &&
	["text", "image", "video", "document", "toolUse", "toolResult", "reasoningContent"].some((key) =>
		has(part, key),
	);

const hasParts = (messages: readonly Fields[], isPart: (part: unknown) => boolean): boolean =>
	messages.some(({ content }) => Array.isArray(content) && content.some(isPart));

const ofConverse = knownWith("schemaVersion", "toolConfig");

export const bedrockConverse: Layout = {
	id: "bedrock-converse",
	keys: "messages whose content is a list of {text}, system as a list of {text}",
	fits(row) {
		const found = messagesOf(row);
		if (!found || hasParts(found.messages, (part) => isRecord(part) && "type" in part))
			return false;
		const version = row.schemaVersion;
		return (
			(typeof version === "string" && version.startsWith("bedrock-conversation")) ||
			hasParts(found.messages, isConversePart)
		);
	},
	read: (row) => readMessages(row, { known: ofConverse }),
};

const ofPreference = knownWith("chosen", "rejected");

export const messagesPreference: Layout = {
	id: "messages-preference",
	keys: "messages, chosen, rejected",
	fits: (row) => messagesOf(row) !== undefined && has(row, "chosen") && has(row, "rejected"),
	read: (row) =>
		readMessages(row, {
			known: ofPreference,
			better: row.chosen,
			worse: row.rejected,
		}),
};

/** What KTO calls the judgment of a row. */
export const judgments = ["label", "kto_tag", "tag"] as const;

export const judgmentOf = (row: Fields): boolean | undefined => {
	for (const name of judgments) {
		const value = row[name];
		if (typeof value === "boolean") return value;
		if (isText(value) && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === "true";
	}
	return undefined;
};

export const likedBy = (row: Fields): Mark[] => (judgmentOf(row) ? ["liked"] : []);

const ofKto = knownWith(...judgments);

export const messagesKto: Layout = {
	id: "messages-kto",
	keys: "messages, label (true or false)",
	fits: (row) => messagesOf(row) !== undefined && judgmentOf(row) !== undefined,
	read: (row) => readMessages(row, { known: ofKto, marks: likedBy(row) }),
};

const ofChat = knownWith();

/** LLaMA-Factory v1: parts say `value` where others say `text`. */
const isV1Part = (part: unknown): boolean =>
	isRecord(part) && has(part, "type") && has(part, "value");

export const llamafactoryV1: Layout = {
	id: "llamafactory-v1",
	keys: "messages whose content is a list of {type, value}",
	fits: (row) => hasParts(messagesOf(row)?.messages ?? [], isV1Part),
	read: (row) => readMessages(row, { known: ofChat }),
};

export const llamafactoryV1Preference: Layout = {
	id: "llamafactory-v1-preference",
	keys: "chosen_messages, rejected_messages",
	fits: ({ chosen_messages: chosen, rejected_messages: rejected }) =>
		isRecords(chosen) && isRecords(rejected),
	read(row) {
		const { chosen_messages: chosen, rejected_messages: rejected, ...rest } = row;
		const messages = chosen as Fields[];
		return readMessages(
			{ ...rest, messages: messages.slice(0, -1) },
			{ known: ofChat, better: messages.at(-1), worse: (rejected as Fields[]).at(-1) },
		);
	},
};

/** What follows is told apart for the whole file: the last message, `system` and other keys vary within one. */
export const messages: Layout = {
	id: "messages",
	keys: "messages (a list of role and content)",
	fits: (row) => messagesOf(row) !== undefined,
	read: (row) => readMessages(row, { known: ofChat }),
};

const isAnswer = (output: unknown): boolean =>
	isRecords(output) && output.every(({ role }) => role === "assistant");

export const openaiDpo: Layout = {
	id: "openai-dpo",
	keys: "input.messages, preferred_output, non_preferred_output",
	fits: (row) =>
		isRecord(row.input) && has(row, "preferred_output") && has(row, "non_preferred_output"),
	read(row) {
		const { input, preferred_output: better, non_preferred_output: worse, ...rest } = row;
		const example = readMessages(
			{ ...rest, ...(input as Fields) },
			{ known: ofChat, better, worse },
		);
		const asked = (messagesOf(input as Fields)?.messages ?? []).at(-1);
		if (asked?.role === "assistant") example.marks.add("role-order");
		if (![better, worse].every(isAnswer)) example.marks.add("no-assistant");
		// The last message of the input asks for the answer; the input may hold an assistant, or none.
		return { ...example, input: [input] };
	},
};
