/** What `--help`, `help <topic>` and the manual page say besides the flags. */
import { exit } from "../io/complain.ts";
import { defaultFile, environmentName } from "../io/read-answers.ts";
import type { Topic } from "../report/man/topic.ts";

/** Command lines by what they are for. */
export const examples: readonly (readonly [task: string, lines: readonly string[]])[] = [
	[
		"Ask me, or take what I say",
		[
			"should-i-finetune",
			"should-i-finetune --goal new-knowledge --citations yes",
			'should-i-finetune --examples 500..2000 --knowledge-change "not daily"',
		],
	],
	[
		"Keep the answers, and put the decision into a document",
		["should-i-finetune init", "should-i-finetune -o docs/decision.md -o decision.json"],
	],
	[
		"Check it in CI",
		["should-i-finetune --no-input --expect prompt-engineering", "should-i-finetune check docs"],
	],
	[
		"Decide many at once",
		[
			"should-i-finetune batch portfolio.csv --keep project --fields verdict",
			"should-i-finetune batch simulated.ndjson --summary",
		],
	],
	[
		"See why, or disagree",
		["should-i-finetune explain data-size", "should-i-finetune rules check --rules our-rules"],
	],
];

const codes = {
	done: "Done.",
	unexpected:
		"Done, and the answer is not what was expected: by --expect, or by a command that checks.",
	refused:
		"Could not do as asked: a bad flag, answer, file or rule set. Every problem is on stderr, and nothing was written, but for the good lines of a batch. With --strict also when an unknown fact could change the verdict.",
	bug: "A bug of the program: please report it.",
	interrupted: "Interrupted (Ctrl-C).",
} satisfies Record<keyof typeof exit, string>;

export const topics = {
	answers: {
		title: "How to answer",
		blocks: [
			{
				says: "A fact is a question about your project, and a flag. What you leave out is unknown; the verdict then says whether it could change it. Numbers may be written 200k, 1.5m or 1_000_000. What you know only in part is a set:",
			},
			{
				terms: [
					["--examples 500..2000", "from 500 to 2000"],
					["--examples 500..", "500 or more"],
					["--knowledge-change monthly,daily", "one of the two"],
					['--knowledge-change "not daily"', "anything else"],
					["--latency unknown", "not known, and not to be asked"],
				],
			},
			{
				says: `A file of answers maps facts to values, in YAML or JSON. ${defaultFile} in the current folder is read without being named, unless there is another file (--answers) or --no-file; a line on stderr says so. \`should-i-finetune init\` writes one to fill in.`,
			},
			{
				types: ["goal: task-quality", "examples: 500..2000", "knowledge-change: [static, monthly]"],
			},
			{
				says: "A report in Markdown or JSON holds its answers, and can be given as a file of answers. - is stdin.",
			},
			{
				says: "Flags win over the environment, and the environment over files. Within one of them, two answers to one fact are an error.",
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
						`The answer to a fact, such as ${environmentName("monthly-requests")}=200k. Flags win over it, and it wins over files.`,
					],
					["CI", "With CI=true nothing is asked."],
					["NO_COLOR", "With any value, no colour. See https://no-color.org."],
					["FORCE_COLOR", "With any value but 0 or false, colour without a terminal."],
					["TERM", "With TERM=dumb: no colour, plain ASCII, and nothing is asked."],
					["LC_ALL, LC_CTYPE, LANG", "Without UTF-8 in the first that is set, plain ASCII."],
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

Each line or row is what a file of answers is to a single run; answers may lie
under a key answers or facts, as in a report in JSON. Without --fields a line of
output is the whole decision. A bad line gives {"file", "line", "problems"} in
its place; blank lines are left out. Facts from flags, the environment and
should-i-finetune.yaml do not come in. Verdict, outlook, strength, headline and
total.points are decided far faster than other fields.

Exit codes: 0 every line is decided; 2 a line is bad, or could not do as asked.`;

/** The end of `check --help`. */
export const checkHelp = `
Examples:
  should-i-finetune check docs
  should-i-finetune check decision.md --write
  should-i-finetune check docs --format junit > records.xml

A record is the hidden comment in a Markdown, ADR or HTML report. It is stale
from its re-decide-by day on, or when what providers offer has changed. A record
in a code fence is an example and left alone. Files without a record are told
only when they are named.

Exit codes: 0 all unchanged; 1 something is moved, stale, edited or not as
expected, also when --write has just refreshed it; 2 a record is broken, or a
file cannot be read or holds no record where nothing else does.`;
