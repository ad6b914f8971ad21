/** The flags of the commands that read eval results. */
import { evalsFormats, trialFormats } from "../report/evals/formats.ts";
import type { FlagTable } from "../report/usage.ts";

const gain = {
	value: "points",
	takes: "percent",
	about: "the smallest gain worth having, in points of 100 (default: 5)",
} as const;
const columns = {
	value: "names",
	about: "which columns of a table hold what: pass=…,test=…,variant=…,time=…",
	isList: true,
	isSplit: true,
} as const;

export const inspectEvalsFlags = {
	target: { value: "rate", about: "what the best version has to reach, such as 0.95" },
	gain,
	columns,
	format: {
		short: "f",
		value: "name",
		takes: { words: evalsFormats },
		about: `${evalsFormats.join(" | ")} (default: text)`,
	},
} as const satisfies FlagTable;

const evalFiles = { value: "file", takes: "file", isList: true } as const;

export const trialPlanFlags = {
	baseline: { ...evalFiles, about: "eval results of your prompts so far (repeatable)" },
	gain: { ...gain, about: "the smallest difference worth having, in points of 100 (default: 5)" },
	format: {
		short: "f",
		value: "name",
		takes: { words: ["markdown", "json"] },
		about: "markdown | json (default: markdown)",
	},
} as const satisfies FlagTable;

export const trialJudgeFlags = {
	prompt: { ...evalFiles, about: "eval results of the prompt (repeatable)" },
	tuned: {
		...evalFiles,
		about: "eval results of the fine-tuned model, on the same tests (repeatable)",
	},
	gain: { ...gain, about: "the smallest difference worth having, in points of 100 (default: 5)" },
	columns,
	format: {
		short: "f",
		value: "name",
		takes: { words: trialFormats },
		about: `${trialFormats.join(" | ")} (default: text)`,
	},
} as const satisfies FlagTable;
