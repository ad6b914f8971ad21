/** Rows that have no input and answer of their own: text to go on with, and what is tokens already. */
import { type Fields, has, isRecord, isText } from "../record.ts";
import { firstOf } from "./fields.ts";
import type { Example, Layout } from "./layout.ts";
import type { Mark } from "./marks.ts";
import { isEven } from "./pairs.ts";

const without = (output: string, marks: Mark[] = []): Example => ({
	input: undefined,
	answer: [],
	context: "",
	asked: "",
	output,
	marks: new Set<Mark>([...marks, ...(output.trim() === "" ? (["no-text"] as const) : [])]),
});

/** Text and what may stand beside it as a note on where it comes from. */
const textKeys = ["text", "content", "code"] as const;

export const rawText: Layout = {
	id: "raw-text",
	keys: "text",
	fits: (row) => isText(row[firstOf(row, textKeys) ?? ""]),
	read: (row) => without(String(row[firstOf(row, textKeys) ?? ""])),
};

export const tokenized: Layout = {
	id: "tokenized",
	keys: "input_ids, attention_mask, labels",
	fits: (row) => Array.isArray(row.input_ids),
	read({ input_ids: tokens, attention_mask: mask, labels }) {
		const lists = [tokens, mask, labels].filter((list) => list !== undefined && list !== null);
		const example = without("", isEven(...lists) ? [] : ["uneven-lists"]);
		example.marks.delete("no-text");
		return example;
	},
};

export const segments: Layout = {
	id: "axolotl-segments",
	keys: "segments (a list of label and text)",
	fits: ({ segments: list }) =>
		Array.isArray(list) && list.some((one) => isRecord(one) && "label" in one && "text" in one),
	read(row) {
		const list = (row.segments as unknown[]).filter(isRecord);
		const answer = list.filter(({ label }) => label === true);
		const input = list.filter(({ label }) => label !== true);
		const textOf = (parts: Fields[]) =>
			parts.map(({ text }) => (isText(text) ? text : "")).join("");
		const [prompt, output] = [textOf(input), textOf(answer)];
		const marks = new Set<Mark>(["has-answer"]);
		if (output.trim() === "") marks.add("empty-answer");
		return { input, answer, context: "", asked: prompt, output, marks };
	},
};

export const unknown: Layout = {
	id: "unknown",
	keys: "",
	fits: () => true,
	read: (row) => {
		const texts = Object.keys(row)
			.filter((key) => has(row, key))
			.map((key) => row[key])
			.filter(isText);
		const example = without(texts.join("\n"));
		example.marks.delete("no-text");
		return example;
	},
};
