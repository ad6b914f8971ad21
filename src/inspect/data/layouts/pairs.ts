/** Pairs of an input and an answer, as sets on the web name them. */
import { type Fields, has, isRecord, isRecords, isText } from "../record.ts";
import { firstOf, layoutOf } from "./fields.ts";
import type { Layout } from "./layout.ts";
import type { Mark } from "./marks.ts";
import { judgmentOf, likedBy } from "./messages.ts";

const instructionKeys = ["instruction", "input", "context", "history", "system"];
const promptKeys = ["system", "prompt", "context", "tools"];
const alpacaAnswers = ["output", "response", "completion", "answer", "target"] as const;

/** Old KTO data of LLaMA-Factory: Alpaca and a judgment. */
export const alpacaKto = layoutOf(
	"alpaca-kto",
	"instruction, output, tag (true or false)",
	(row) => has(row, "instruction") && has(row, "output") && judgmentOf(row) !== undefined,
	(row) => ({ input: instructionKeys, answer: row.output, marks: likedBy(row) }),
);

/** Old reward data of LLaMA-Factory: the better answer comes first. */
export const rewardList = layoutOf(
	"reward-list",
	"instruction, output (a list: the better answer, then the worse one)",
	({ instruction, output }) =>
		isText(instruction) && Array.isArray(output) && output.length >= 2 && output.every(isText),
	(row) => {
		const [better, worse] = row.output as string[];
		return { input: instructionKeys, answer: better, worse };
	},
);

export const alpaca = layoutOf(
	"alpaca",
	"instruction, input, output",
	(row) => has(row, "instruction") && alpacaAnswers.some((key) => Object.hasOwn(row, key)),
	(row) => ({ input: instructionKeys, answer: row[firstOf(row, alpacaAnswers) ?? ""] ?? null }),
);

export const unpairedKto = layoutOf(
	"trl-kto",
	"prompt, completion, label (true or false)",
	(row) => has(row, "prompt") && has(row, "completion") && judgmentOf(row) !== undefined,
	(row) => ({ input: promptKeys, answer: row.completion, marks: likedBy(row) }),
);

export const promptCompletion = layoutOf(
	"prompt-completion",
	"prompt, completion",
	(row) => has(row, "prompt") && (has(row, "completion") || isLeftOpen(row)),
	(row) => ({ input: promptKeys, answer: row.completion }),
);

/** Tables have every column in every row: another one may hold the answer. */
const isLeftOpen = (row: Fields): boolean => row.completion === null && pairOf(row) === undefined;

export const preference = layoutOf(
	"preference",
	"prompt (or instruction), chosen, rejected",
	(row) => has(row, "chosen") && has(row, "rejected"),
	(row) => ({ input: inputOf(row), answer: row.chosen, worse: row.rejected }),
);

const inputOf = (row: Fields): readonly string[] =>
	has(row, "instruction")
		? instructionKeys
		: has(row, "prompt")
			? promptKeys
			: ["system", "question", "input", "history"];

/** Names that go together; the first pair that a row has is its own. */
const pairs: readonly [input: string, answer: readonly string[]][] = [
	["prompt", ["response", "generation", "output", "answer", "target", "label", "reply"]],
	["question", ["answer", "answers", "response", "output", "solution", "final_answer"]],
	["query", ["response", "answer", "output", "answers"]],
	["problem", ["solution", "answer"]],
	["input", ["output", "target", "ideal", "response", "answer", "label", "completion", "expected"]],
	["inputs", ["targets", "outputs"]],
	["input_text", ["target_text", "output_text"]],
	["user", ["assistant"]],
	["human", ["assistant", "gpt", "bot"]],
	["article", ["summary", "highlights"]],
	["document", ["summary"]],
	["dialogue", ["summary"]],
	["context", ["target", "response", "answer"]],
	["source", ["target"]],
	["src", ["tgt"]],
	["user_input", ["response", "reference"]],
	["text", ["summary", "completion", "output", "response", "target"]],
];

/** Names of answers, in any of the layouts above. */
const answerNames = new Set([...alpacaAnswers, ...pairs.flatMap(([, answers]) => answers)]);

/** Keys of a row that may hold its answer where the layout's own holds none. */
export const answerKeysOf = (row: Fields): string[] =>
	Object.keys(row).filter((key) => answerNames.has(key) && String(row[key] ?? "").trim() !== "");

const pairOf = (row: Fields): [string, string] | undefined => {
	for (const [input, answers] of pairs) {
		if (!has(row, input)) continue;
		const answer = answers.find((name) => Object.hasOwn(row, name));
		if (answer !== undefined) return [input, answer];
	}
	return undefined;
};

export const namedPairs: Layout = layoutOf(
	"named-pairs",
	"question and answer, input and output, article and summary, and the like",
	(row) => pairOf(row) !== undefined,
	(row) => {
		const [input, answer] = pairOf(row) ?? ["", ""];
		const beside = ["system", "instruction", "context", "history", "tools"];
		return {
			input: [...beside.filter((key) => key !== input && key !== answer), input],
			answer: row[answer] ?? "",
		};
	},
);

const labelNames = [
	"label",
	"labels",
	"category",
	"class",
	"intent",
	"sentiment",
	"topic",
] as const;
const labeledTexts = [
	"text",
	"sentence",
	"content",
	"message",
	"utterance",
	"review",
	"sentence1",
	"premise",
	"question1",
	"title",
] as const;
/** What a label may also be about: the second of two texts that are compared. */
const secondTexts = ["sentence2", "hypothesis", "question2"];

export const textLabel: Layout = layoutOf(
	"text-label",
	"text, label",
	(row) => firstOf(row, labeledTexts) !== undefined && firstOf(row, labelNames) !== undefined,
	(row) => ({
		input: [firstOf(row, labeledTexts) ?? "", ...secondTexts],
		answer: row[firstOf(row, labelNames) ?? ""],
	}),
);

/** verl: the reward model knows the answer. */
export const verl: Layout = {
	id: "verl",
	keys: "data_source, prompt (a list of messages), reward_model",
	fits: (row) => isRecords(row.prompt) && isRecord(row.reward_model),
	read(row) {
		const example = promptOnly.read(row);
		const { reward_model: model } = row;
		const hasTruth = isRecord(model) && has(model, "ground_truth");
		if (hasTruth) example.marks.delete("no-reference");
		return { ...example, answer: [model] };
	},
};

const openEnd: Mark[] = ["ends-open", "no-reference"];

export const promptOnly = layoutOf(
	"prompt-only",
	"prompt",
	(row) => has(row, "prompt"),
	() => ({ input: promptKeys, answer: null, isOpen: true, marks: openEnd }),
);

const isLists = (...values: unknown[]): boolean => values.every(Array.isArray);

export const stepwise: Layout = layoutOf(
	"trl-stepwise",
	"prompt, completions, labels (lists of equal length)",
	({ prompt, completions, labels }) => prompt !== undefined && isLists(completions, labels),
	(row) => ({
		input: promptKeys,
		answer: [row.completions, row.labels],
		marks: isEven(row.completions, row.labels) ? [] : ["uneven-lists"],
	}),
);

export const isEven = (...lists: unknown[]): boolean =>
	new Set(lists.map((list) => (Array.isArray(list) ? list.length : -1))).size === 1;
