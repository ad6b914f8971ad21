/** What `--help`, `help <topic>` and the manual page say besides the flags. */
import { exit } from "../io/complain.ts";
import { defaultFile, environmentName } from "../io/read-answers.ts";
import type { Topic } from "../report/man/topic.ts";

/** Command lines by what they are for. */
export const examples: readonly (readonly [task: string, lines: readonly string[]])[] = [
	[
		"Answer questions, or pass the facts as flags",
		[
			"should-i-finetune",
			"should-i-finetune --goal new-knowledge --citations yes",
			'should-i-finetune --examples 500-2000 --knowledge-change "not daily"',
		],
	],
	[
		"Save the answers, and write the decision to a document",
		["should-i-finetune init", "should-i-finetune -o decision.md -o decision.json"],
	],
	[
		"Check it in CI",
		["should-i-finetune --no-input --expect prompt-engineering", "should-i-finetune check docs"],
	],
	[
		"Measure your training data",
		[
			"should-i-finetune inspect data train.jsonl --validation test.jsonl",
			"should-i-finetune --data train.jsonl",
		],
	],
	[
		"Decide many projects at once",
		[
			"should-i-finetune batch portfolio.csv --keep project --fields verdict",
			"should-i-finetune batch simulated.ndjson --summary",
		],
	],
	[
		"See why, or check your own rules",
		["should-i-finetune explain data-size", "should-i-finetune rules check --rules our-rules"],
	],
];

const codes = {
	done: "Done.",
	unexpected: "Done, but the result is not the expected one (--expect or a command that checks).",
	refused:
		"Failed because of a bad flag, answer, file or rule set. Every problem is on stderr. Nothing was written, except the good lines of a batch. With --strict, also when an unknown fact could change the verdict.",
	bug: "A bug in the program. Please report it.",
	interrupted: "Interrupted (Ctrl-C).",
} satisfies Record<keyof typeof exit, string>;

export const topics = {
	answers: {
		title: "How to answer",
		blocks: [
			{
				says: "Each fact is a question about your project, and each has a flag. A fact you leave out is unknown; the report says whether it could change the verdict. Write numbers as 500, 20k, 1.5m, 1,500, $1,500, 500+ or ~500. If you know only part of the answer, give a set:",
			},
			{
				terms: [
					["--examples 500-2000", "from 500 to 2000; also 500..2000"],
					["--examples 500+", "500 or more; also 500.."],
					["--examples '<500'", "fewer than 500"],
					["--knowledge-change monthly,daily", "one of the two"],
					['--knowledge-change "not daily"', "anything else"],
					["--latency unknown", "not known; do not ask"],
				],
			},
			{
				says: `An answers file maps facts to values, in YAML or JSON. If there is a ${defaultFile} in the current folder, it is read automatically, and a line on stderr says so. --answers names another file, and --no-file turns this off. \`should-i-finetune init\` writes a file to fill in.`,
			},
			{
				types: [
					"title: Support bot",
					"goal: task-quality",
					"examples: 500-2000",
					"knowledge-change: [static, monthly]",
				],
			},
			{
				says: "The title says in one line what you are building. It heads documents and does not score.",
			},
			{
				says: "Markdown and JSON reports contain their answers, so you can use one as an answers file. - is stdin.",
			},
			{
				says: "Flags override environment variables, and environment variables override files. Two answers to one fact in the same place are an error.",
			},
		],
	},
	environment: {
		title: "Environment variables",
		blocks: [
			{
				terms: [
					[
						"SHOULD_I_FINETUNE_<FACT>",
						`The answer to a fact, such as ${environmentName("monthly-requests")}=200k. It overrides files, and flags override it. An empty variable counts as unset; a misspelled one is an error.`,
					],
					[environmentName("title"), "What you are building, in one line."],
					["CI", "With CI=true, no questions are asked."],
					["NO_COLOR", "With any value, no color. See https://no-color.org."],
					["FORCE_COLOR", "With any value except 0 or false, color even without a terminal."],
					[
						"ACCESSIBLE",
						"With ACCESSIBLE=1, plain numbered questions without redrawing, and reports without bars. The same as --accessible.",
					],
					["TERM", "With TERM=dumb, no color, plain ASCII and no questions."],
					[
						"LC_ALL, LC_CTYPE, LANG",
						"If the first one that is set does not name UTF-8, plain ASCII.",
					],
				],
			},
		],
	},
	"exit-codes": {
		title: "Exit codes",
		blocks: [
			{
				terms: Object.entries(codes).map(
					([name, meaning]) => [String(exit[name as keyof typeof exit]), meaning] as const,
				),
			},
			{ says: "Reports go to stdout, everything else to stderr." },
		],
	},
} satisfies Record<string, Topic>;

type TopicName = keyof typeof topics;
export const topicNames = Object.keys(topics) as TopicName[];
export const isTopic = (name: string): name is TopicName => Object.hasOwn(topics, name);

/** The end of `--help`. */
export const helpEnding = (): string => {
	const groups = examples.map(([task, lines]) =>
		[`  ${task}:`, ...lines.map((line) => `    ${line}`)].join("\n"),
	);
	return `\nExamples:\n${groups.join("\n")}\n\nMore: should-i-finetune help ${topicNames.join(" | ")}`;
};

/** The end of `batch --help`. */
export const batchHelp = `
Examples:
  should-i-finetune batch portfolio.csv --keep project --fields verdict
  should-i-finetune batch simulated.ndjson --summary

Each line or row is one set of answers, as in an answers file. Answers may also
be under a key named answers or facts, as in a JSON report. A key or column
named title becomes the title of the decision. Without --fields, each line of
output is the whole decision. A bad line gives {"file", "line", "problems"} in
its place; blank lines are skipped. Facts from flags, environment variables and
should-i-finetune.yaml are not used. Title, verdict, outlook, strength and
total.points are much faster than other fields.

Exit codes: 0 every line is decided; 2 a line is bad, or the command failed.`;

/** The end of `inspect evals --help`. */
export const inspectEvalsHelp = `
Examples:
  should-i-finetune inspect evals results-*.json --target 0.95
  should-i-finetune inspect evals logs/*.eval
  should-i-finetune inspect evals baseline.csv v2.csv v3.csv --columns pass=correct,test=question

Files are recognized by what they contain; give a folder to read all of them.
Runs are compared in order of time, or as given where the files do not say. Only
tests that all runs share count. Runs with the same prompt, model and settings
are one version. Answers that ended in an error count as missing, not as wrong.

Exit codes: 0 done; 2 a file cannot be read or contains no eval results.`;

/** The end of `mcp --help`. */
export const mcpHelp = `
Add it to the settings of your coding agent, which starts it:
  { "mcpServers": { "should-i-finetune": {
      "command": "should-i-finetune", "args": ["mcp"] } } }

Tools: questions, decide, explain, inspect_data, inspect_evals, cost, check.
They take the flags of these commands by their names. Nothing is written, except
where decide is given an output. --rules applies to all tools.

Exit codes: 0 the client has closed stdin; 2 a message was too large.`;

/** The end of `cost --help`. */
export const costHelp = `
Examples:
  should-i-finetune cost --model gpt-5.4-mini --monthly-requests 200k \\
    --prompt-tokens 3500 --output-tokens 200 --fixed-tokens 3000
  should-i-finetune cost -a answers.yaml --day-rate 700 --format markdown
  should-i-finetune cost -a answers.yaml --price in=0.75,cached=0.075,out=4.5

Answers come from the same files, variables and flags as those of the main
command. Amounts can be ranges, such as --prompt-tokens 2k-4k; the results are
ranges then. Every price has a source and a date: should-i-finetune prices.`;

/** The end of `check --help`. */
export const checkHelp = `
Examples:
  should-i-finetune check docs
  should-i-finetune check decision.md --write
  should-i-finetune check docs --format junit > records.xml

A record is the hidden comment in a Markdown, ADR or HTML report. It is stale
from its re-decide-by date, or when providers have changed what they offer. A
record in a code fence is treated as an example and skipped. Files without a
record are listed only if you name them.

Exit codes: 0 all unchanged; 1 a record is moved, stale, edited or not as
expected, even if --write has just refreshed it; 2 a record is broken, a file
cannot be read, or a file that was named contains no record.`;
