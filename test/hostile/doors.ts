/** Every door out, with the ways in that reach it. A door takes few runs: each carries many texts. */
import { costFormats } from "../../src/commands/cost-flags.ts";
import { environmentName } from "../../src/io/read-answers.ts";
import { evalsFormats } from "../../src/report/evals/formats.ts";
import { dataFormats, formats, recordsFormats } from "../../src/report/formats.ts";
import { shapes } from "../../src/report/style.ts";
import { rules } from "../built-in.ts";
import { blockOf, change } from "../core/records/documents.ts";
import { blobsOf, type Kind } from "./characters.ts";
import { hostileRules } from "./hostile-rules.ts";
import type { Trial } from "./trial.ts";

type Run = Omit<Trial, "what">;

export interface Door {
	door: string;
	runs: readonly Run[];
	/** Files that a run writes, read as its output. */
	writes?: readonly string[];
	/** Nothing that is free text comes out there, as it is today. */
	isSilent?: true;
	/** Lines are commands, for GitHub. */
	isOfCommands?: true;
}

const day = ["--as-of", "2026-05-05"];

/** Also what a log takes for a command where it begins a line. */
const atStarts = (text: string): string => `::error::x ${text}\n::debug::x`;
/** The schema lets a text have 1,000 characters. */
export const inRules = blobsOf(970).map(atStarts);
/** And the name of a rule set a hundred. */
const inRuleNames = blobsOf(70).map(atStarts);
const rulesDoor = (line: string, more: Partial<Run & Door> & { texts?: string[] } = {}): Door => {
	const { env = {}, writes, texts = inRules, ...rest } = more;
	return {
		door: `rules: ${line} ${Object.entries(env).join(" ")}`.trim(),
		runs: texts.map((text) => ({
			argv: line.split(" "),
			files: {
				"r/rules.yaml": hostileRules(text),
				"old.yaml": "change: daily\n",
				"new.yaml": "change: static\n",
			},
			env,
			stdin: '{"change":"daily","model":"gpt"}\n{"change":"x"}\n',
		})),
		...(writes && { writes }),
		...rest,
	};
};

const advice = `--rules r --no-input --change daily --model gpt ${day.join(" ")}`;
const explainable =
	"change citations examples size size.daily size.examples ready row start-with-prompts source dispute first somebody";
const ofRules: Door[] = [
	...formats.map((format) => rulesDoor(`${advice} --format ${format}`)),
	rulesDoor(`${advice} --full`),
	rulesDoor(advice, { env: { FORCE_COLOR: "1" } }),
	rulesDoor(advice, { env: { LC_ALL: "C" } }),
	rulesDoor(`${advice} -o o.txt -o o.md -o o.html -o o.json`, {
		writes: ["o.txt", "o.md", "o.html", "o.json"],
	}),
	rulesDoor(`${advice} --format adr -o o.md`, { writes: ["o.md"] }),
	...explainable.split(" ").map((id) => rulesDoor(`explain ${id} --rules r`)),
	rulesDoor("rules docs --rules r"),
	...shapes.flatMap((shape) => [
		rulesDoor(`rules check --rules r --format ${shape}`),
		rulesDoor(`rules test --rules r --format ${shape}`),
		rulesDoor(`questions --rules r --format ${shape}`),
		rulesDoor(`rules diff r r --format ${shape}`, { texts: inRuleNames }),
		rulesDoor(`diff old.yaml new.yaml --rules r --format ${shape}`, { texts: inRuleNames }),
	]),
	rulesDoor("batch --summary --rules r --format json", { texts: inRuleNames }),
	rulesDoor("batch --summary --rules r", { isSilent: true }),
	rulesDoor("batch --rules r"),
	rulesDoor("--help --rules r"),
	rulesDoor("completion bash --rules r", { isSilent: true }),
	...["zsh", "fish"].map((shell) => rulesDoor(`completion ${shell} --rules r`)),
	rulesDoor("init a.yaml --rules r", { writes: ["a.yaml"] }),
];

/** Arguments and names of files are UTF-8, which has no half characters. */
const isName = ({ kind }: Kind) => kind !== "half characters";
const inNames = blobsOf(150, isName).map((text) => atStarts(text.replaceAll("/", "|")));

const nameDoor = (
	door: string,
	argv: (name: string) => string[],
	more: Partial<Door> = {},
): Door => ({
	door: `names: ${door}`,
	runs: inNames.map((name) => ({ argv: argv(name) })),
	...more,
});
const block = blockOf({ given: { goal: "task-quality" } });
const moved = change(block, /^confidence: .*$/m, "confidence: 0.51");
const ofNames: Door[] = [
	nameDoor("--answers", (name) => ["--no-input", "-a", `${name}.yaml`]),
	nameDoor("--output", (name) => ["--no-input", "-o", `no/${name}.md`]),
	nameDoor("--output that is written", (name) => ["--no-input", "-o", `${name}.md`]),
	nameDoor("--rules", (name) => ["--rules", name]),
	nameDoor("batch", (name) => ["batch", name]),
	nameDoor("cost --prices", (name) => ["cost", "--prices", name]),
	nameDoor("prices --prices", (name) => ["prices", "--prices", name]),
	nameDoor("diff", (name) => ["diff", name, name]),
	...recordsFormats.map(
		(format): Door => ({
			door: `names: check --format ${format}`,
			runs: inNames.map((name) => ({
				argv: ["check", "--format", format, ...day, `${name}.md`, "not-there.md", `${name}.html`],
				files: { [`${name}.md`]: moved },
			})),
			...(format === "github" && { isOfCommands: true }),
		}),
	),
];

/** As a person would write it, not as we do. */
const yaml = (text: string): string => JSON.stringify(text).replaceAll("-->", "");
/** In a message what was given is cut to 60 characters. */
const short = 54;
const badAnswers = blobsOf(short)
	.map((text) => change(block, /^ {2}goal: .*$/m, `  goal: ${yaml(text)}`))
	.join("\n\n");
const otherRules = inRules
	.map((text) => change(block, /^ruleset: .*$/m, `ruleset: ${yaml(text)}`))
	.join("\n\n");
const ofRecords = recordsFormats.map(
	(format): Door => ({
		door: `records: check --format ${format}`,
		runs: [
			{
				argv: ["check", "a.md", "b.md", "--format", format, ...day],
				files: { "a.md": badAnswers, "b.md": otherRules },
			},
		],
		...(format === "github" && { isOfCommands: true }),
	}),
);

/** A name as an answer holds no controls and at most 200 characters. */
const isAnswer = (kind: Kind) => isName(kind) && !kind.isControl;
export const inAnswers = blobsOf(180, isAnswer).map((text) => `::error::x ${text}`);
/** A title is on one line, also where Unicode breaks one. */
const isTitle = (kind: Kind) => isAnswer(kind) && kind.kind !== "lines";
export const inTitles = blobsOf(180, isTitle).map((text) => `::error::x ${text}`);
const answerDoor = (line: string, more: Partial<Door> = {}): Door => ({
	door: `answers: ${line}`,
	runs: inAnswers.map((model) => ({
		argv: line.split(" ").map((word) => word.replace("MODEL", model)),
		files: {
			"a.json": JSON.stringify({ model }),
			"b.json": JSON.stringify({ model: "b" }),
		},
		stdin: `${JSON.stringify({ model })}\n`,
	})),
	...more,
});
const ofAnswers: Door[] = [
	...formats
		.filter((format) => format !== "text")
		.map((format) => answerDoor(`--no-input --model MODEL --format ${format}`)),
	...shapes.map((format) => answerDoor(`questions --model MODEL --format ${format}`)),
	answerDoor("init MODEL.yaml"),
	answerDoor("init --skill MODEL"),
	answerDoor("--no-input --model MODEL --expect fine-tuning -o o.json", { writes: ["o.json"] }),
	...shapes.map((shape) => answerDoor(`diff a.json b.json --format ${shape}`)),
	answerDoor("batch --fields answers"),
];

const amounts = "--monthly-requests 1k --prompt-tokens 2k --output-tokens 100";
/** A model of one's own is shown by its name. */
const ofModels: Door[] = costFormats.map((format) =>
	answerDoor(
		`cost --model MODEL ${amounts} --price in=1,out=2 --format ${format} ${day.join(" ")}`,
	),
);

/** What a price file says in its own words comes out wherever it counts. */
const priceFile = (text: string): string =>
	JSON.stringify({
		source: text,
		date: "2026-05-01",
		prices: [{ seller: "us", model: "gpt-4.1-mini", input: 1, output: 2 }],
		offers: [
			{ provider: "us", model: "gpt-4.1-mini", input: 1, output: 2, status: "open", note: text },
		],
		gpus: [{ gpu: text, memory: 80, tflops: 989, rent: { low: 1, usual: 2, high: 3 } }],
		assumptions: {
			hits: {
				says: text,
				unit: "0 to 1",
				range: { low: 0, usual: 0.5, high: 1 },
				source: text,
				strength: "opinion",
			},
		},
	});
const priceDoor = (line: string): Door => ({
	door: `prices: ${line}`,
	runs: inRules.map((text) => ({
		argv: [...line.split(" "), "--prices", "p.json", ...day],
		files: { "p.json": priceFile(text) },
	})),
});
const ofPrices: Door[] = [
	...costFormats.map((format) =>
		priceDoor(`cost --model gpt-4.1-mini ${amounts} --format ${format}`),
	),
	...shapes.map((format) => priceDoor(`prices --format ${format}`)),
];

const titleDoor = (line: string, more: Partial<Door> = {}): Door => ({
	door: `titles: ${line} ${more.isSilent ? "(not shown)" : ""}`.trim(),
	runs: inTitles.map((title) => ({
		argv: line.split(" ").map((word) => word.replace("TITLE", title)),
		files: { "a.json": JSON.stringify({ title, answers: {} }) },
		stdin: `${JSON.stringify({ title })}\n`,
	})),
	...more,
});
const ofTitles: Door[] = [
	titleDoor("--no-input --title TITLE"),
	...formats
		.filter((format) => format !== "text")
		.map((format) => titleDoor(`--no-input --title TITLE --format ${format}`)),
	titleDoor("--no-input -a a.json -o o.md -o o.html -o o.json", {
		writes: ["o.md", "o.html", "o.json"],
	}),
	titleDoor("batch --fields title,verdict"),
	titleDoor("batch"),
];

/** What is refused, many at a time. */
const refused = blobsOf(short, isName);
/** As many as fit into one run. */
function chunksOf<T>(all: readonly T[], size: number): T[][] {
	const starts = all.flatMap((_, place) => (place % size === 0 ? [place] : []));
	return starts.map((start) => all.slice(start, start + size));
}

/** Facts that do not take any name. */
const choosy = Object.keys(rules.questions).filter((fact) => !rules.questions[fact]?.text);
const byFact = chunksOf(refused, choosy.length).map((words) =>
	words.map((word, place): [fact: string, word: string] => [choosy[place] ?? "", word]),
);
const ofWords: Door[] = [
	{
		door: "words: values of flags",
		runs: byFact.map((given) => ({
			argv: ["--no-input", ...given.flatMap(([fact, word]) => [`--${fact}`, word])],
		})),
	},
	{
		door: "words: a title that is refused",
		runs: blobsOf(short, (kind) => isName(kind) && !isTitle(kind)).map((word) => ({
			argv: ["--no-input", "--title", word],
		})),
		isSilent: true,
	},
	{
		door: "words: names of variables",
		// A name ends at its equals sign, and what all begin with counts towards what is shown.
		runs: chunksOf(
			blobsOf(36, isName).filter((word) => !word.includes("=")),
			20,
		).map((words) => ({
			argv: ["--no-input"],
			env: Object.fromEntries(words.map((word) => [`SHOULD_I_FINETUNE_${word}`, "x"])),
		})),
	},
	{
		door: "words: the environment",
		runs: byFact.map((given) => ({
			argv: ["--no-input"],
			env: Object.fromEntries(given.map(([fact, word]) => [environmentName(fact), word])),
		})),
	},
	{
		door: "words: keys of answers",
		runs: [
			{
				argv: ["--no-input", "-a", "-"],
				stdin: JSON.stringify(Object.fromEntries(blobsOf(short).map((word) => [word, 1]))),
			},
		],
	},
	{
		door: "words: columns",
		runs: chunksOf(refused, 10).map((names) => ({
			argv: ["batch"],
			// Without quotes a carriage return ends the header.
			stdin: `goal,${names.join(",").replaceAll("\r", "")}\ntask-quality\n`,
		})),
	},
	{
		door: "words: lines of a batch",
		runs: [
			{
				argv: ["batch"],
				stdin: blobsOf(short)
					.map((word) => JSON.stringify({ goal: word, [word]: 1 }))
					.join("\n"),
			},
		],
	},
	{
		door: "words: keys of rules",
		runs: inRules.map((word) => ({
			argv: ["--rules", "r"],
			files: { "r/a.yaml": JSON.stringify({ [word]: 1, gates: { [word]: {} } }) },
		})),
	},
	...[
		"explain",
		"questions --goal",
		"mcp --rules",
		"help",
		"completion",
		"rules",
		"--format",
		"--expect",
		"--as-of",
		"-o",
	]
		.concat("batch --fields", "check x --format", "rules test --min-coverage")
		.concat("cost --price", "cost --months", "cost --label", "prices")
		.map(
			(line): Door => ({
				door: `words: ${line}`,
				runs: blobsOf(short, isName, 1).map((word) => ({ argv: [...line.split(" "), word] })),
			}),
		),
	{
		door: "words: commands and options",
		runs: blobsOf(short, isName, 1).flatMap((word) => [
			{ argv: [word] },
			{ argv: [`--${word}`] },
			{ argv: ["batch", `--${word}`] },
		]),
	},
];

/** Training data: what stands in rows comes out as keys, labels and examples. */
const dataDoor = (
	what: string,
	format: (typeof dataFormats)[number],
	{
		row,
		flags = [],
		texts = blobsOf(short),
		...more
	}: Partial<Door> & { row: (text: string) => object[]; flags?: string[]; texts?: string[] },
): Door => ({
	door: `data: ${what} --format ${format}`,
	runs: texts.map((text) => ({
		argv: ["inspect", "data", "a.jsonl", "--no-tokens", "--format", format, ...flags],
		files: {
			"a.jsonl": row(text)
				.map((one) => `${JSON.stringify(one)}\n`)
				.join(""),
		},
	})),
	...(format === "github" && { isOfCommands: true }),
	...more,
});
const ofData: Door[] = [
	...dataFormats.map((format) => dataDoor("keys", format, { row: (text) => [{ [text]: 1 }] })),
	...(["text", "json", "html"] as const).map((format) =>
		dataDoor("labels", format, {
			// A bar has room for the start of a name.
			...(format === "html" && { isSilent: true as const }),
			row: (text) =>
				[...Array(4).fill(text), "b", "b"].map((label, at) => ({ text: `${at}`, label })),
		}),
	),
	dataDoor("examples", "text", {
		row: (text) => [
			{ prompt: text, completion: "b" },
			{ prompt: text, completion: "b" },
		],
		flags: ["--show", "1"],
	}),
	...dataFormats.map(
		(format): Door =>
			nameDoor(
				`inspect data --format ${format}`,
				(name) => ["inspect", "data", `${name}.jsonl`, "--format", format],
				{
					runs: inNames.map((name) => ({
						argv: ["inspect", "data", `${name}.jsonl`, "--no-tokens", "--format", format],
						files: { [`${name}.jsonl`]: '{"prompt":"a","completion":""}\n' },
					})),
					...(format === "github" && { isOfCommands: true }),
				},
			),
	),
	nameDoor("--data", (name) => ["--no-input", "--data", name]),
	nameDoor(
		"inspect data --fail-on",
		(name) => ["inspect", "data", "x", "--fail-on", name.slice(0, short)],
		{ isSilent: true },
	),
];

/** Results with a text in every place that a report shows. */
const evalsWith = (texts: readonly string[]): string =>
	JSON.stringify({
		results: {
			version: 3,
			prompts: [],
			stats: {},
			results: texts.map((text, place) => ({
				promptIdx: 0,
				prompt: { raw: text, label: text },
				provider: { id: text },
				vars: { text, place },
				testCase: { description: atStarts(text), metadata: { [text]: text } },
				success: false,
				score: 0,
				gradingResult: { reason: text },
				response: { output: text },
			})),
		},
	});
/** As many as the text report tells of, each short enough for its line. */
const evalTexts = chunksOf(blobsOf(24), 10);
const ofEvals: Door[] = [
	...evalsFormats.map(
		(format): Door => ({
			door: `evals: inspect evals --format ${format}`,
			runs: evalTexts.map((texts) => ({
				argv: ["inspect", "evals", "r.json", "--format", format],
				files: { "r.json": evalsWith(texts) },
			})),
		}),
	),
	{
		door: "evals: columns of a table",
		runs: chunksOf(blobsOf(short, isName), 10).map((names) => ({
			argv: ["inspect", "evals", "t.csv"],
			files: {
				"t.csv": `${names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",")}\nx,y\n`,
			},
		})),
		isSilent: true,
	},
	...["inspect evals", "trial plan --baseline", "trial judge --tuned x --prompt"].map(
		(line): Door => ({
			door: `evals: names of files, ${line}`,
			runs: inNames.map((name) => ({ argv: [...line.split(" "), name] })),
		}),
	),
	...[
		"inspect",
		"trial",
		"inspect evals x --columns",
		"inspect evals x --target",
		"inspect evals x --gain",
	].map(
		(line): Door => ({
			door: `evals: words, ${line}`,
			runs: blobsOf(short, isName, 1).map((word) => ({ argv: [...line.split(" "), word] })),
		}),
	),
];

export const doors: readonly Door[] = [
	...ofData,
	...ofRules,
	...ofNames,
	...ofRecords,
	...ofAnswers,
	...ofModels,
	...ofPrices,
	...ofTitles,
	...ofWords,
	...ofEvals,
];
