/** What a file of training data is: its format is that of most of its rows, and then each row is held against it. */
import type { Mark } from "../layouts/marks.ts";

export interface Format {
	id: string;
	name: string;
	/** The layout of its rows. */
	layout: string;
	/** Where one layout is several formats: the first that holds for the file. `share` is that of rows with a mark. */
	when?: (share: (mark: Mark) => number) => boolean;
	/** What makes a row of this format useless. */
	faults: readonly Mark[];
	kind:
		| "chat"
		| "preference"
		| "judged"
		| "graded"
		| "pairs"
		| "prompts"
		| "text"
		| "tokens"
		| "unknown";
	/** What to know about it, for people. */
	note?: string;
}

const ofAny = ["no-text", "bad-weight", "uneven-lists"] as const satisfies Mark[];
const ofChats = [
	...ofAny,
	"no-assistant",
	"ends-open",
	"unknown-role",
	"role-order",
	"empty-answer",
	"unanswered-call",
] as const satisfies Mark[];
const ofPreferences = [
	...ofAny,
	"empty-answer",
	"same-answers",
	"unknown-role",
] as const satisfies Mark[];
const ofPairs = [...ofAny, "empty-answer"] as const satisfies Mark[];

const most = (share: number): boolean => share > 0.5;

/** In the order in which they are tried. */
export const formats: readonly Format[] = [
	{
		id: "tokenized",
		name: "tokens (Axolotl, Together)",
		layout: "tokenized",
		faults: ["uneven-lists"],
		kind: "tokens",
	},
	{
		id: "openai-dpo",
		name: "OpenAI preference (DPO)",
		layout: "openai-dpo",
		faults: [...ofPreferences, "role-order", "no-assistant"],
		kind: "preference",
	},
	{ id: "gemini", name: "Gemini (Vertex AI)", layout: "gemini", faults: ofChats, kind: "chat" },
	{
		id: "llamafactory-v1-preference",
		name: "LLaMA-Factory v1 preference",
		layout: "llamafactory-v1-preference",
		faults: ofPreferences,
		kind: "preference",
	},
	{
		id: "messages-preference",
		name: "preference on messages (LLaMA-Factory, Axolotl)",
		layout: "messages-preference",
		faults: ofPreferences,
		kind: "preference",
	},
	{
		id: "messages-kto",
		name: "KTO on messages",
		layout: "messages-kto",
		faults: ofChats,
		kind: "judged",
	},
	{
		id: "bedrock-converse",
		name: "Bedrock Converse (Amazon Nova)",
		layout: "bedrock-converse",
		faults: ofChats,
		kind: "chat",
	},
	{
		id: "llamafactory-v1",
		name: "LLaMA-Factory v1 chat",
		layout: "llamafactory-v1",
		faults: ofChats,
		kind: "chat",
	},
	{
		id: "openai-rft",
		name: "OpenAI reinforcement fine-tuning (RFT)",
		layout: "messages",
		when: (share) =>
			most(share("ends-open")) &&
			share("ends-open") > 2 * share("no-reference") &&
			!most(share("unknown-role")),
		faults: [...ofAny, "unknown-role", "role-order", "no-reference"],
		kind: "graded",
	},
	{
		id: "prompt-only-messages",
		name: "prompts only, as messages",
		layout: "messages",
		// Who answers under another name than "assistant" has answers all the same.
		when: (share) => most(share("no-assistant")) && !most(share("unknown-role")),
		faults: [...ofAny, "unknown-role"],
		kind: "prompts",
		note: "There are no answers and no reference answers, so nothing can be learned or graded from these rows alone.",
	},
	{
		id: "gemini-legacy",
		name: "older Gemini chat (role model)",
		layout: "messages",
		when: (share) => most(share("model-role")),
		faults: ofChats,
		kind: "chat",
		note: 'Vertex AI now takes "contents" with "parts"; convert the rows before you upload them.',
	},
	{
		id: "anthropic",
		name: "Anthropic messages (Bedrock Claude)",
		layout: "messages",
		when: (share) => most(share("system-key")),
		faults: ofChats,
		kind: "chat",
	},
	{
		id: "chat",
		name: "chat messages (OpenAI and others)",
		layout: "messages",
		faults: ofChats,
		kind: "chat",
	},
	{
		id: "sharegpt-preference",
		name: "ShareGPT preference",
		layout: "sharegpt-preference",
		faults: ofPreferences,
		kind: "preference",
	},
	{
		id: "sharegpt-kto",
		name: "ShareGPT KTO",
		layout: "sharegpt-kto",
		faults: ofChats,
		kind: "judged",
	},
	{ id: "sharegpt", name: "ShareGPT", layout: "sharegpt", faults: ofChats, kind: "chat" },
	{
		id: "axolotl-segments",
		name: "Axolotl segments",
		layout: "axolotl-segments",
		faults: ofPairs,
		kind: "pairs",
	},
	{
		id: "trl-stepwise",
		name: "TRL stepwise supervision",
		layout: "trl-stepwise",
		faults: ofAny,
		kind: "judged",
	},
	{
		id: "verl",
		name: "verl (reinforcement learning)",
		layout: "verl",
		faults: [...ofAny, "no-reference"],
		kind: "graded",
	},
	{
		id: "preference",
		name: "preference (TRL, Alpaca)",
		layout: "preference",
		faults: ofPreferences,
		kind: "preference",
	},
	{
		id: "trl-kto",
		name: "unpaired preference (TRL KTO)",
		layout: "trl-kto",
		faults: ofPairs,
		kind: "judged",
	},
	{
		id: "prompt-completion",
		name: "prompt and completion",
		layout: "prompt-completion",
		faults: ofPairs,
		kind: "pairs",
	},
	{
		id: "alpaca-kto",
		name: "Alpaca with a judgment (older KTO)",
		layout: "alpaca-kto",
		faults: ofPairs,
		kind: "judged",
	},
	{
		id: "reward-list",
		name: "Alpaca with a list of answers (older reward data)",
		layout: "reward-list",
		faults: ofPreferences,
		kind: "preference",
	},
	{
		id: "alpaca",
		name: "Alpaca (instruction and output)",
		layout: "alpaca",
		faults: ofPairs,
		kind: "pairs",
	},
	{
		id: "named-pairs",
		name: "pairs of input and answer",
		layout: "named-pairs",
		faults: ofPairs,
		kind: "pairs",
	},
	{
		id: "text-label",
		name: "text and label",
		layout: "text-label",
		faults: ofPairs,
		kind: "pairs",
	},
	{
		id: "prompt-only",
		name: "prompts only",
		layout: "prompt-only",
		faults: ofAny,
		kind: "prompts",
		note: "There are no answers, so nothing can be learned from these rows alone.",
	},
	{
		id: "raw-text",
		name: "raw text",
		layout: "raw-text",
		faults: ofAny,
		kind: "text",
		note: "Raw text is for continued pre-training. To teach a task, split each row into an input and an answer.",
	},
	{ id: "unknown", name: "unknown layout", layout: "unknown", faults: [], kind: "unknown" },
];
