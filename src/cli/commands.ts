/** Every command: its words, what it takes, and the recipe that it runs, which is loaded when it is used. */

import { costFlags, pricesFlags } from "../commands/cost-flags.ts";
import { inspectEvalsFlags, trialJudgeFlags, trialPlanFlags } from "../commands/evals-flags.ts";
import {
	batchFlags,
	caseFlags,
	checkFlags,
	diffFlags,
	explainFlags,
	inspectDataFlags,
	rulesCheckFlags,
	rulesDiffFlags,
	rulesFlags,
	rulesTestFlags,
} from "../commands/flags.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { shells } from "../report/completion/shells.ts";
import { explainable } from "../report/explain/ids.ts";
import { initCommand, mcpCommand, questionsCommand } from "./agent-commands.ts";
import { type Command, command } from "./command.ts";
import { batchHelp, checkHelp, costHelp, inspectEvalsHelp, topicNames } from "./help.ts";
import { showHelp } from "./show-help.ts";

/** Checks, tests and reports of a rule set are most of the code. */
const recipes = () => import("../commands/rules.ts");

const rulesCommands: Command = {
	name: "rules",
	about: "check, test, compare or print rule sets",
	operands: [],
	flags: {},
	commands: [
		command({
			name: "check",
			about: "prove the promises, and find rules that have no effect, overlap or leave gaps",
			flags: rulesCheckFlags,
			run: async (_, { format = "text" }, around) => (await recipes()).rulesCheck(around, format),
		}),
		command({
			name: "test",
			about:
				"run the tests of a rule set, with every possible value of the facts a test leaves out",
			flags: rulesTestFlags,
			run: async (_, flags, around) => (await recipes()).rulesTest(around, flags),
		}),
		command({
			name: "diff",
			about: "show the share of answers whose verdict changes, with the smallest examples",
			operands: [
				{ name: "before", about: "a folder of rules, or built-in", takes: "folder" },
				{ name: "after", about: "a folder of rules, or built-in", takes: "folder" },
			],
			flags: rulesDiffFlags,
			run: async ([before = "", after = ""], { format = "text" }, { world }) =>
				(await recipes()).rulesDiff([before, after], world, format),
		}),
		command({
			name: "docs",
			about: "print every question, rule, reason and source as one Markdown page",
			flags: rulesFlags,
			run: async (_, __, around) => (await recipes()).printRulesDocs(around),
		}),
		command({
			name: "schema",
			about: "print the JSON Schema of a rule file",
			flags: rulesFlags,
			run: async (_, __, around) => (await recipes()).printRulesSchema(around),
		}),
	],
};

const inspectCommands: Command = {
	name: "inspect",
	about: "measure what you have instead of estimating it",
	operands: [],
	flags: {},
	commands: [
		command({
			name: "data",
			about: "check training data: usable examples, duplicates, leaks, tokens, providers",
			operands: [
				{
					name: "file",
					about: "JSON lines, JSON, CSV, TSV or Parquet, also compressed; or folders; - is stdin",
					takes: "file",
					isVariadic: true,
				},
			],
			flags: inspectDataFlags,
			run: async (files, flags, around) => {
				const { inspectTrainingData } = await import("../commands/inspect-data.ts");
				return inspectTrainingData(files, flags, around);
			},
		}),
		command({
			name: "evals",
			about: "has prompting hit its limit? Read it off the results of your eval tool",
			operands: [
				{
					name: "file",
					about:
						"results of promptfoo, Inspect AI, lm-evaluation-harness, DeepEval and others, or CSV",
					takes: "file",
					isVariadic: true,
				},
			],
			flags: inspectEvalsFlags,
			more: inspectEvalsHelp,
			run: async (files, flags, around) => {
				const { inspectEvals } = await import("../commands/inspect-evals.ts");
				return inspectEvals(files, flags, around);
			},
		}),
	],
};

const trialCommands: Command = {
	name: "trial",
	about: "settle a close call: compare the prompt with a fine-tuned model",
	operands: [],
	flags: {},
	commands: [
		command({
			name: "plan",
			about: "what a fair comparison needs: how many tests, what to freeze, when to stop",
			flags: trialPlanFlags,
			run: async (_, flags, around) =>
				(await import("../commands/trial.ts")).trialPlan(flags, around),
		}),
		command({
			name: "judge",
			about: "better, worse, no difference worth having, or how many more tests to run",
			flags: trialJudgeFlags,
			run: async (_, flags, around) =>
				(await import("../commands/trial.ts")).trialJudge(flags, around),
		}),
	],
};

/** The commands of the program; `help` knows the others. */
export function commandsOf(rules: RuleSet): readonly Command[] {
	const commands = commandsWithoutHelp(rules);
	return [...commands, helpOn(commands)];
}

const commandsWithoutHelp = (rules: RuleSet): readonly Command[] => [
	command({
		name: "explain",
		about:
			"explain a rule, fact, condition, score, row, source or case, list the cases, or show how much the weights matter",
		operands: [
			{
				name: "id",
				about: "a fact, rule, condition, score, lecture row, source or case; or cases, or weights",
				takes: { words: ["cases", "weights", ...explainable(rules)] },
			},
		],
		flags: { ...explainFlags, ...caseFlags(rules) },
		run: async ([id = ""], flags, around) => {
			const { explain } = await import("../commands/explain.ts");
			return explain(id, flags, around);
		},
	}),
	questionsCommand(rules),
	rulesCommands,
	command({
		name: "cost",
		about: "compare what prompting and fine-tuning cost, and from how many calls fine-tuning pays",
		flags: costFlags(rules),
		more: costHelp,
		run: async (_, flags, around) => {
			const { cost } = await import("../commands/cost.ts");
			return cost(flags, around);
		},
	}),
	command({
		name: "prices",
		about: "list the prices that cost rests on, with their sources and dates",
		operands: [
			{
				name: "model",
				about: "models or providers; all without one",
				takes: "text",
				isOptional: true,
				isVariadic: true,
			},
		],
		flags: pricesFlags,
		run: async (models, flags, around) => {
			const { prices } = await import("../commands/prices.ts");
			return prices(models, flags, around);
		},
	}),
	command({
		name: "check",
		about: "check recorded decisions: unchanged, moved, stale, edited or broken",
		operands: [
			{
				name: "file",
				about: "Markdown or HTML files with records, or directories to search",
				takes: "file",
				isVariadic: true,
			},
		],
		flags: checkFlags,
		more: checkHelp,
		run: async (files, flags, around) => {
			const { checkRecords } = await import("../commands/check-records.ts");
			return checkRecords(files, flags, around);
		},
	}),
	command({
		name: "diff",
		about: "show which answers changed, and the effect on each score and the verdict",
		operands: [
			{
				name: "old",
				about: "an answers file, or a report that contains answers; - is stdin",
				takes: "file",
			},
			{ name: "new", about: "the same, to compare with", takes: "file" },
		],
		flags: diffFlags,
		run: async ([before = "", after = ""], flags, around) => {
			const { diffFiles } = await import("../commands/diff-answers.ts");
			return diffFiles([before, after], flags, around);
		},
	}),
	command({
		name: "batch",
		about: "decide many sets of answers: one line in, one line out, in the same order",
		operands: [
			{
				name: "file",
				about: "JSON lines, a JSON array or CSV with a header; - is stdin (default)",
				takes: "file",
				isOptional: true,
				isVariadic: true,
			},
		],
		flags: batchFlags,
		more: batchHelp,
		run: async (files, flags, around) => {
			const { batch } = await import("../commands/batch.ts");
			return batch(files, flags, around);
		},
	}),
	inspectCommands,
	trialCommands,
	initCommand,
	mcpCommand,
	command({
		name: "completion",
		about: "print a shell completion script for flags, values and ids",
		operands: [{ name: "shell", about: shells.join(" | "), takes: { words: shells } }],
		flags: { rules: rulesFlags.rules },
		run: async ([shell = ""], _, { program, world }) => {
			const { printCompletion } = await import("../commands/print-completion.ts");
			return printCompletion(shell, { usage: program, world });
		},
	}),
];

const helpOn = (commands: readonly Command[]): Command =>
	command({
		name: "help",
		about: "show help on a topic or a command",
		operands: [
			{
				name: "topic",
				about: `${topicNames.join(" | ")}, or a command`,
				takes: { words: [...topicNames, ...commands.map(({ name }) => name)] },
				isOptional: true,
				isVariadic: true,
			},
		],
		flags: {},
		run: async (words, _, around) => showHelp(words, around),
	});
