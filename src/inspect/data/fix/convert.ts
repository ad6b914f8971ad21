/** A row in the format of a provider. */
import type { Example } from "../layouts/layout.ts";
import type { Provider } from "../providers/provider.ts";
import type { Fields } from "../record.ts";
import { type Dialog, dialogOf, type Message } from "./dialog.ts";
import type { ToolDefinition } from "./tools.ts";

type Target = Provider["converts-to"];

/** Why a row cannot be said in another format. */
const obstacles = [
	"not convertible",
	"with audio",
	"with images that the format cannot hold",
	"with tools that the format cannot hold",
	"with tool calls that cannot be read",
] as const;
export type Obstacle = (typeof obstacles)[number];

export function convert(row: Fields, example: Example, target: Target): object | Obstacle {
	const { turns, marks } = example;
	if (!turns) return "not convertible";
	if (marks.has("audio")) return "with audio";
	const dialog = dialogOf(row, turns);
	if (!dialog) return "with tool calls that cannot be read";
	const { tools, images } = holds[target];
	const hasTools = dialog.tools.length > 0 || dialog.messages.some(usesTools);
	if (hasTools && !tools) return "with tools that the format cannot hold";
	const shown = dialog.messages.flatMap((message) => message.images);
	// Marks in the text with files beside it: what they show is not in the row.
	const isWithin = !marks.has("images") || shown.length > 0;
	const isUsers = dialog.messages.every(({ role, images }) => role === "user" || !images.length);
	if (!isWithin || !isUsers || !shown.every((address) => images.test(address)))
		return "with images that the format cannot hold";
	return writers[target](dialog);
}

const usesTools = ({ calls, results }: Message): boolean => calls.length + results.length > 0;

/** Claude on Bedrock is fine-tuned on text alone; clouds read images from their own storage. */
const holds: Record<Target, { tools: boolean; images: RegExp }> = {
	chat: { tools: true, images: /^(?:https?:|data:image\/)/ },
	anthropic: { tools: false, images: /^$/ },
	gemini: { tools: true, images: /^(?:gs:|data:image\/)/ },
	"bedrock-converse": { tools: true, images: /^(?:s3:|data:image\/(?:png|jpeg|gif|webp);)/ },
};

const writers: Record<Target, (dialog: Dialog) => object> = {
	chat: ({ system, messages, tools }) => ({
		messages: [
			...(system ? [{ role: "system", content: system }] : []),
			...messages.flatMap(ofChat),
		],
		...(tools.length > 0 && {
			tools: tools.map((tool) => ({ type: "function", function: tool })),
		}),
	}),
	anthropic: ({ system, messages }) => ({
		...(system && { system }),
		messages: messages.map(({ role, text }) => ({ role, content: text })),
	}),
	gemini: ({ system, messages, tools }) => ({
		...(system && { systemInstruction: { role: "system", parts: [{ text: system }] } }),
		contents: messages.map((message) => ({
			role: message.role === "assistant" ? "model" : "user",
			parts: partsOfGemini(message),
		})),
		...(tools.length > 0 && { tools: [{ functionDeclarations: tools }] }),
	}),
	"bedrock-converse": ({ system, messages, tools }) => ({
		schemaVersion: "bedrock-conversation-2024",
		...(system && { system: [{ text: system }] }),
		messages: messages.map((message) => ({
			role: message.role,
			content: partsOfConverse(message),
		})),
		...(tools.length > 0 && { toolConfig: { tools: tools.map(specOf) } }),
	}),
};

function ofChat({ role, text, images, calls, results }: Message): object[] {
	const answers = results.map(({ id, text: content }) => ({
		...{ role: "tool", tool_call_id: id, content },
	}));
	if (answers.length > 0 && text === "" && images.length === 0) return answers;
	const parts = [
		...(text ? [{ type: "text", text }] : []),
		...images.map((url) => ({ type: "image_url", image_url: { url } })),
	];
	const called = calls.map(({ id, name, input }) => ({
		...{ id, type: "function", function: { name, arguments: JSON.stringify(input) } },
	}));
	const content = images.length > 0 ? parts : text;
	return [
		...answers,
		called.length > 0 ? { role, ...(text && { content }), tool_calls: called } : { role, content },
	];
}

function partsOfGemini({ text, images, calls, results }: Message): object[] {
	return [
		...results.map(({ name, text: result }) => ({
			functionResponse: { name, response: { result } },
		})),
		...textPart(text, calls.length + results.length + images.length),
		...images.map((address) => {
			const { kind, data } = partsOfData(address);
			return data
				? { inlineData: { mimeType: kind, data } }
				: { fileData: { mimeType: kindOfFile(address), fileUri: address } };
		}),
		...calls.map(({ name, input }) => ({ functionCall: { name, args: input } })),
	];
}

function partsOfConverse({ text, images, calls, results }: Message): object[] {
	return [
		...results.map(({ id, text: result }) => ({
			toolResult: { toolUseId: id, content: [{ text: result }] },
		})),
		...textPart(text, calls.length + results.length + images.length),
		...images.map((address) => {
			const { kind, data } = partsOfData(address);
			const format = (data ? kind : kindOfFile(address)).replace("image/", "");
			const source = data ? { bytes: data } : { s3Location: { uri: address } };
			return { image: { format, source } };
		}),
		...calls.map(({ id, name, input }) => ({ toolUse: { toolUseId: id, name, input } })),
	];
}

/** A message may do without text where it has something else. */
const textPart = (text: string, others: number): object[] =>
	text === "" && others > 0 ? [] : [{ text }];

const specOf = ({ parameters, ...tool }: ToolDefinition): object => ({
	toolSpec: { ...tool, inputSchema: { json: parameters } },
});

function partsOfData(address: string): { kind: string; data: string } {
	const [, kind = "", data = ""] = /^data:([^;,]*);base64,(.*)$/.exec(address) ?? [];
	return { kind, data };
}

const kindOfFile = (address: string): string => {
	const [, ending = "png"] = /\.(png|jpe?g|gif|webp)$/i.exec(address) ?? [];
	return `image/${ending.toLowerCase().replace("jpg", "jpeg")}`;
};
