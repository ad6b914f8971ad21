/**
 * Files that nobody here wrote, and what a right reader finds in them. The values were computed twice,
 * with different programs. The small files stand in `files`, the larger ones beside the project.
 */

export interface RightValues {
	file: string;
	format: string;
	rows: number;
	broken: { count: number; first: number[] };
	equalRows: { count: number; first: number[] };
	equalExamples: number;
	sameInput: { groups: number; rows: number; first: number[] };
	empty: number;
	withoutAssistant: number;
}

const none = { count: 0, first: [] };
const noGroups = { groups: 0, rows: 0, first: [] };
const clean = {
	broken: none,
	equalRows: none,
	equalExamples: 0,
	sameInput: noGroups,
	empty: 0,
	withoutAssistant: 0,
};

export const rightValues: readonly RightValues[] = [
	{ ...clean, file: "openai-chat-gsm8k-train.jsonl", format: "chat", rows: 449 },
	{ ...clean, file: "openai-chat-gsm8k-validation.jsonl", format: "chat", rows: 50 },
	{ ...clean, file: "openai-chat-blank-lines.jsonl", format: "chat", rows: 10 },
	{
		...clean,
		file: "openai-chat-missing-assistant.jsonl",
		format: "chat",
		rows: 4,
		withoutAssistant: 1,
	},
	{ ...clean, file: "openai-chat-tools-stock-train.jsonl", format: "chat", rows: 86 },
	{ ...clean, file: "openai-chat-tools-stock-validation.jsonl", format: "chat", rows: 10 },
	{ ...clean, file: "openai-chat-tools-retail.jsonl", format: "chat", rows: 15 },
	{ ...clean, file: "openai-dpo-science.jsonl", format: "openai-dpo", rows: 12 },
	{
		...clean,
		file: "openai-rft-math-train.jsonl",
		format: "openai-rft",
		rows: 1500,
		equalRows: { count: 36, first: [228, 311, 443] },
		equalExamples: 36,
		sameInput: { groups: 3, rows: 6, first: [81, 408, 414] },
		withoutAssistant: 1500,
	},
	{
		...clean,
		file: "openai-rft-math-validation.jsonl",
		format: "openai-rft",
		rows: 565,
		equalRows: { count: 4, first: [249, 361, 473] },
		equalExamples: 4,
		withoutAssistant: 565,
	},
	{
		...clean,
		file: "openai-rft-tools.jsonl",
		format: "openai-rft",
		rows: 10,
		withoutAssistant: 10,
	},
	{
		...clean,
		file: "openai-rft-countdown.jsonl",
		format: "openai-rft",
		rows: 25,
		withoutAssistant: 25,
	},
	{
		...clean,
		file: "prompt-only-messages-medmcq.jsonl",
		format: "prompt-only-messages",
		rows: 300,
		withoutAssistant: 300,
	},
	{
		...clean,
		file: "question-answer-general.jsonl",
		format: "named-pairs",
		rows: 500,
		equalRows: { count: 20, first: [265, 291, 313] },
		equalExamples: 20,
		sameInput: { groups: 1, rows: 2, first: [1] },
	},
	{
		...clean,
		file: "sharegpt-tool-calls.json",
		format: "sharegpt",
		rows: 100,
		equalRows: { count: 5, first: [7, 75, 87] },
		equalExamples: 5,
	},
	{ ...clean, file: "sharegpt-crlf-zh.json", format: "sharegpt", rows: 31 },
	{ ...clean, file: "sharegpt-customer-role.jsonl", format: "sharegpt", rows: 10 },
	{ ...clean, file: "sharegpt-preference.json", format: "sharegpt-preference", rows: 40 },
	{
		...clean,
		file: "alpaca-identity.json",
		format: "alpaca",
		rows: 91,
		sameInput: { groups: 2, rows: 4, first: [17, 21] },
	},
	{
		...clean,
		file: "alpaca-duplicates.json",
		format: "alpaca",
		rows: 130,
		equalRows: { count: 63, first: [24, 25, 26] },
		equalExamples: 63,
	},
	{ ...clean, file: "alpaca-crlf-zh.json", format: "alpaca", rows: 31 },
	{
		...clean,
		file: "alpaca-empty-output.json",
		format: "alpaca",
		rows: 238,
		equalRows: { count: 4, first: [57, 120, 135] },
		equalExamples: 4,
		empty: 238,
	},
	{
		...clean,
		file: "alpaca-history.json",
		format: "alpaca",
		rows: 80,
		sameInput: { groups: 32, rows: 64, first: [1, 3, 5] },
	},
	{ ...clean, file: "alpaca-preference-list-output.json", format: "reward-list", rows: 40 },
	{ ...clean, file: "alpaca-retrieval-contexts.json", format: "alpaca", rows: 10 },
	{ ...clean, file: "kto-messages.json", format: "messages-kto", rows: 60 },
	{
		...clean,
		file: "kto-tag.json",
		format: "alpaca-kto",
		rows: 100,
		sameInput: { groups: 50, rows: 100, first: [1, 3, 5] },
	},
	{ ...clean, file: "trl-preference.jsonl", format: "preference", rows: 12 },
	{
		...clean,
		file: "llamafactory-v1-sft.jsonl",
		format: "llamafactory-v1",
		rows: 150,
		sameInput: { groups: 1, rows: 2, first: [17] },
	},
	{
		...clean,
		file: "llamafactory-v1-preference.jsonl",
		format: "llamafactory-v1-preference",
		rows: 10,
	},
	{ ...clean, file: "llamafactory-v1-reasoning-tools.jsonl", format: "llamafactory-v1", rows: 20 },
	{
		...clean,
		file: "llamafactory-v1-images.jsonl",
		format: "llamafactory-v1",
		rows: 24,
		equalRows: { count: 18, first: [7, 8, 9] },
		equalExamples: 18,
	},
	{ ...clean, file: "chat-images-column.json", format: "chat", rows: 6 },
	{
		...clean,
		file: "raw-text-sql-train.jsonl",
		format: "raw-text",
		rows: 1000,
		equalRows: { count: 1, first: [162] },
	},
	{ ...clean, file: "raw-text-sql-validation.jsonl", format: "raw-text", rows: 100 },
	{
		...clean,
		file: "jsonl-in-json-file.json",
		format: "raw-text",
		rows: 2,
		equalRows: { count: 1, first: [2] },
	},
	{
		...clean,
		file: "jsonl-with-comments.jsonl",
		format: "unknown",
		rows: 69,
		broken: { count: 15, first: [1, 2, 3, 4, 5] },
	},
	{
		...clean,
		file: "prompt-completion-golf-train.jsonl",
		format: "prompt-completion",
		rows: 684,
		equalRows: { count: 34, first: [170, 176, 247] },
		equalExamples: 37,
		sameInput: { groups: 6, rows: 13, first: [599, 605, 607] },
	},
	{
		...clean,
		file: "prompt-completion-golf-validation.jsonl",
		format: "prompt-completion",
		rows: 40,
	},
	{ ...clean, file: "prompt-completion-golf-utf16.jsonl", format: "prompt-completion", rows: 10 },
	{
		...clean,
		file: "prompt-completion-paraphrases-train.jsonl",
		format: "prompt-completion",
		rows: 300,
		equalRows: { count: 63, first: [6, 17, 24] },
		equalExamples: 63,
		sameInput: { groups: 76, rows: 285, first: [1, 4, 7] },
	},
	{
		...clean,
		file: "prompt-completion-paraphrases-validation.jsonl",
		format: "prompt-completion",
		rows: 144,
		equalRows: { count: 21, first: [11, 12, 20] },
		equalExamples: 21,
		sameInput: { groups: 41, rows: 135, first: [1, 4, 7] },
	},
	{
		...clean,
		file: "chat-weighted-oversampled.jsonl",
		format: "chat",
		rows: 90,
		equalExamples: 30,
	},
	{ ...clean, file: "anthropic-json-mode.jsonl", format: "anthropic", rows: 150 },
	{ ...clean, file: "system-messages-nova-train.jsonl", format: "anthropic", rows: 560 },
	{ ...clean, file: "system-messages-nova-validation.jsonl", format: "anthropic", rows: 120 },
	{ ...clean, file: "bedrock-converse-nova.jsonl", format: "bedrock-converse", rows: 40 },
	{ ...clean, file: "gemini-contents-one-row.jsonl", format: "gemini", rows: 1 },
	{ ...clean, file: "gemini-legacy-messages.jsonl", format: "gemini-legacy", rows: 36 },
	{ ...clean, file: "verl-rl-rows.jsonl", format: "verl", rows: 100 },
	{ ...clean, file: "context-target.jsonl", format: "named-pairs", rows: 100 },
	{ ...clean, file: "classification-train.tsv", format: "text-label", rows: 68 },
	{ ...clean, file: "classification-validation.tsv", format: "text-label", rows: 68 },
	{ ...clean, file: "unnamed-pairs-bom-crlf.csv", format: "unknown", rows: 10 },
	{ ...clean, file: "prompt-completion.csv", format: "prompt-completion", rows: 10 },
	{
		...clean,
		file: "messages-prompt-only.parquet",
		format: "prompt-only",
		rows: 800,
		equalRows: { count: 64, first: [69, 77, 113] },
		equalExamples: 64,
	},
	{ ...clean, file: "messages-images.parquet", format: "chat", rows: 3 },
	{ ...clean, file: "verl-rl-rows.parquet", format: "verl", rows: 5 },
	{ ...clean, file: "pre-tokenised-one-object.json", format: "tokenized", rows: 1 },
	{
		...clean,
		file: "eval-samples-broken-line.jsonl",
		format: "named-pairs",
		rows: 50,
		broken: { count: 1, first: [19] },
	},
	{
		...clean,
		file: "eval-samples-single-quotes.jsonl",
		format: "unknown",
		rows: 165,
		broken: { count: 165, first: [1, 2, 3, 4, 5] },
	},
];

export interface RightPair {
	train: string;
	validation: string;
	rows: number;
	equalRows: number;
	equalExamples: number;
	inputs: { count: number; first: number[] };
}

export const rightPairs: readonly RightPair[] = [
	{
		train: "openai-chat-gsm8k-train.jsonl",
		validation: "openai-chat-gsm8k-validation.jsonl",
		rows: 50,
		equalRows: 0,
		equalExamples: 0,
		inputs: { count: 0, first: [] },
	},
	{
		train: "openai-chat-tools-stock-train.jsonl",
		validation: "openai-chat-tools-stock-validation.jsonl",
		rows: 10,
		equalRows: 0,
		equalExamples: 0,
		inputs: { count: 0, first: [] },
	},
	{
		train: "openai-rft-math-train.jsonl",
		validation: "openai-rft-math-validation.jsonl",
		rows: 565,
		equalRows: 36,
		equalExamples: 36,
		inputs: { count: 42, first: [8, 12, 38] },
	},
	{
		train: "raw-text-sql-train.jsonl",
		validation: "raw-text-sql-validation.jsonl",
		rows: 100,
		equalRows: 0,
		equalExamples: 0,
		inputs: { count: 0, first: [] },
	},
	{
		train: "prompt-completion-golf-train.jsonl",
		validation: "prompt-completion-golf-validation.jsonl",
		rows: 40,
		equalRows: 0,
		equalExamples: 40,
		inputs: { count: 40, first: [1, 2, 3] },
	},
	{
		train: "prompt-completion-paraphrases-train.jsonl",
		validation: "prompt-completion-paraphrases-validation.jsonl",
		rows: 144,
		equalRows: 3,
		equalExamples: 3,
		inputs: { count: 12, first: [1, 2, 3] },
	},
	{
		train: "system-messages-nova-train.jsonl",
		validation: "system-messages-nova-validation.jsonl",
		rows: 120,
		equalRows: 0,
		equalExamples: 0,
		inputs: { count: 1, first: [23] },
	},
	{
		train: "classification-train.tsv",
		validation: "classification-validation.tsv",
		rows: 68,
		equalRows: 0,
		equalExamples: 0,
		inputs: { count: 0, first: [] },
	},
	{
		train: "prompt-completion-golf-train.jsonl",
		validation: "prompt-completion-golf-utf16.jsonl",
		rows: 10,
		equalRows: 10,
		equalExamples: 10,
		inputs: { count: 10, first: [1, 2, 3] },
	},
];
