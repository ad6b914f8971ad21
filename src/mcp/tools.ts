/** Commands as tools of the Model Context Protocol: a tool takes what its command takes on the command line. */
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { own } from "../core/own.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { Flag, Operand, Usage } from "../report/usage.ts";
import { capital } from "../report/words.ts";

export interface Tool {
	name: string;
	/** What it does, and how to use it. */
	about: string;
	/** The words that lead to its command. */
	path: readonly string[];
	usage: Usage;
	/** What it takes, by name: the flags, the facts and the operands of its command. */
	takes: Record<string, Taken>;
	/** Whether it writes where it is told to. */
	writes: boolean;
}

type Taken = { flag: Flag } | { operand: Operand };

interface Choice {
	/** The words that lead to its command. */
	path: readonly string[];
	/** What the help of the command need not say. */
	more: string;
	/** Flags that are for people at a terminal, or that write where no path was named. */
	without?: readonly string[];
	writes?: boolean;
}

const noGuess = "Give only facts that you were told or have found; leave out what you don't know.";

const choices: Record<string, Choice> = {
	questions: {
		path: ["questions"],
		more: `Returns which fact to find out next and why, with the values that it takes. ${noGuess}`,
	},
	decide: {
		path: [],
		more: `${noGuess} Read out the limits with the verdict: the confidence, what is unknown, what would change it. Writes files only with output.`,
		without: ["version", "all", "accessible", "no-input"],
		writes: true,
	},
	explain: { path: ["explain"], more: "Reports print ids in square brackets." },
	inspect_data: {
		path: ["inspect", "data"],
		more: "Its facts count as found: use data in decide to take them over.",
		without: ["fix", "for", "split"],
	},
	inspect_evals: {
		path: ["inspect", "evals"],
		more: "Its facts count as found: use eval-results in decide to take them over.",
	},
	trial_plan: {
		path: ["trial", "plan"],
		more: "Use it before anything is trained, with the eval results of the prompts as baseline.",
	},
	trial_judge: { path: ["trial", "judge"], more: "Needs prompt and tuned." },
	cost: { path: ["cost"], more: "Needs model, monthly-requests, prompt-tokens and output-tokens." },
	check: { path: ["check"], more: "Changes nothing.", without: ["write"] },
};

/** The rule set is chosen once, for the server. */
const ofServer = "rules";

export const toolsOf = (program: Usage): Tool[] =>
	Object.entries(choices).map(([name, choice]) => toolOf(name, choice, program));

function toolOf(
	name: string,
	{ path, more, without = [], writes = false }: Choice,
	program: Usage,
): Tool {
	const usage = path.reduce(commandOf, program);
	const flags = Object.entries({ ...usage.flags, ...usage.facts })
		.filter(([flag]) => flag !== ofServer && !without.includes(flag))
		.map(([flag, taken]): [string, Taken] => [flag, { flag: taken }]);
	const operands = usage.operands.map((operand): [string, Taken] => [
		operand.isVariadic ? `${operand.name}s` : operand.name,
		{ operand },
	]);
	const about = `${capital(usage.about.replace(/\.$/, ""))}. ${more}`;
	return { name, about, path, usage, writes, takes: Object.fromEntries([...operands, ...flags]) };
}

function commandOf({ commands }: Usage, word: string): Usage {
	const found = commands.find(({ name }) => name === word);
	if (!found) throw new Error(`There is no command ${word}.`);
	return found;
}

/** The JSON Schema of what a tool takes. */
export function inputSchemaOf({ takes }: Tool) {
	const entries = Object.entries(takes);
	return {
		type: "object" as const,
		properties: Object.fromEntries(entries.map(([name, taken]) => [name, propertyOf(taken)])),
		required: entries.flatMap(([name, taken]) => (isNeeded(taken) ? [name] : [])),
		additionalProperties: false,
	};
}

const isNeeded = (taken: Taken): boolean => "operand" in taken && !taken.operand.isOptional;

function propertyOf(taken: Taken) {
	if ("operand" in taken) {
		const { about, isVariadic } = taken.operand;
		return { ...(isVariadic ? listed({}) : text({})), description: about };
	}
	const { about: description, value, takes, isList } = taken.flag;
	if (value === undefined) return { type: "boolean", description };
	const words = typeof takes === "object" && !takes.isSet ? { enum: [...takes.words] } : {};
	return { ...(isList ? listed(words) : text(words)), description };
}

const text = (words: object) => ({ type: "string", ...words });
const listed = (words: object) => ({ type: "array", items: text(words) });

/** Characters of all arguments together: the least that an operating system takes as a command line. */
const mostCharacters = 30_000;

/** The command line that stands for a call. Values are judged by the command itself. */
export function commandLineOf(
	{ name, path, usage, takes }: Tool,
	given: Readonly<Record<string, unknown>>,
	rules: string | undefined,
): Result<string[]> {
	const problems: Problem[] = [];
	const flags: string[] = [];
	const operands: string[] = [];
	for (const [key, value] of Object.entries(given)) {
		const taken = own(takes, key);
		const words = taken && wordsOf(value, taken);
		if (!taken) problems.push(noArgument(name, key, Object.keys(takes)));
		else if (!words) problems.push(badArgument(key, taken));
		else if ("operand" in taken) operands.push(...words);
		else if (taken.flag.value !== undefined) flags.push(...words.map((word) => `--${key}=${word}`));
		else if (words[0] === "true") flags.push(`--${key}`);
	}
	for (const [key, taken] of Object.entries(takes))
		if (isNeeded(taken) && operands.length === 0) problems.push(missing(key, taken));
	if ([...flags, ...operands].join(" ").length > mostCharacters) problems.push(tooLong);
	if (problems.length > 0) return bad(...problems);
	if (name === "decide") flags.push("--no-input");
	if (rules !== undefined && ofServer in usage.flags) flags.push(`--${ofServer}=${rules}`);
	return good([...path, ...flags, ...(operands.length > 0 ? ["--", ...operands] : [])]);
}

/** A value as the words that are typed for it; undefined where it is none. */
function wordsOf(value: unknown, taken: Taken): string[] | undefined {
	// Many clients send null for what they leave out.
	if (value === null || value === undefined) return [];
	const words = [value].flat().map(wordOf);
	const isWhole = (word: string | undefined): word is string => word !== undefined;
	if (!words.every(isWhole)) return undefined;
	if ("operand" in taken) return taken.operand.isVariadic || words.length === 1 ? words : undefined;
	const { value: takesValue, takes, isList } = taken.flag;
	if (takesValue === undefined) return typeof value === "boolean" ? words : undefined;
	if (isList || words.length === 1) return words;
	return typeof takes === "object" && takes.isSet && words.length > 0
		? [words.join(",")]
		: undefined;
}

/** A scalar as it is typed. No operating system takes the character NUL. */
function wordOf(value: unknown): string | undefined {
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	return typeof value === "string" && !value.includes("\0") ? value : undefined;
}

const noArgument = (tool: string, key: string, known: readonly string[]): Problem => ({
	code: "bad-argument",
	message: `${tool} has no argument ${formatRaw(key)}.${didYouMean(key, known)}`,
});

function badArgument(key: string, taken: Taken): Problem {
	const { type } = propertyOf(taken);
	const kind = { boolean: "true or false", array: "a list of texts" }[type] ?? "one text";
	return { code: "bad-argument", message: `${key} must be ${kind}, and no text can contain NUL.` };
}

const missing = (key: string, taken: Taken): Problem => ({
	code: "bad-argument",
	message: `${key} is missing: ${"operand" in taken ? taken.operand.about : taken.flag.about}.`,
});

const tooLong: Problem = {
	code: "bad-argument",
	message: `The arguments have more than ${mostCharacters} characters together.`,
	hint: "Write the answers to a file, and name it in answers.",
};
