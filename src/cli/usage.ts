/** The commander program as plain data. */
import type { Argument, Command, Option } from "commander";
import { valuesOf } from "../core/answers/domain.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { explainable } from "../report/explain/explain.ts";
import type { Flag, Operand, Takes, Usage } from "../report/usage.ts";

export function usageOf(program: Command, rules: RuleSet, above: readonly string[] = []): Usage {
	const help = program.createHelp();
	const here = above.length > 0 ? [] : Object.keys(rules.questions);
	// Not visibleCommands: commander adds its own `help` to every group.
	const { commands } = program;
	return {
		path: above.join(" "),
		about: program.description(),
		flags: help.visibleOptions(program).map((option) => flagOf(option, here, rules)),
		operands: help.visibleArguments(program).map((operand) => operandOf(operand, program, rules)),
		commands: commands.map((command) => usageOf(command, rules, [...above, command.name()])),
	};
}

function flagOf(option: Option, facts: string[], rules: RuleSet): Flag {
	const { short, long, flags, description } = option;
	const fact = facts.find((id) => long === `--${id}`);
	const question = fact === undefined ? undefined : rules.questions[fact];
	const placeholder = /<.*>|\[.*\]/.exec(flags)?.[0] ?? "";
	const values = question && valuesOf(question);
	return {
		names: [short, long].filter((name) => name !== undefined),
		placeholder,
		about: question?.ask ?? description,
		takes: values ? { words: values, isSet: true } : takesOf(placeholder, description),
		isRepeatable: description.includes("(repeatable)"),
		...(fact !== undefined && { fact }),
	};
}

function operandOf(operand: Argument, program: Command, rules: RuleSet): Operand {
	const { description } = operand;
	const name = operand.name();
	const ids = name === "id" ? ["weights", ...explainable(rules)] : [];
	const topics = name === "topic" ? topicsOf(program, description) : [];
	const words = [...new Set([...ids, ...topics])];
	const takes = words.length > 0 ? { words } : takesOf(`<${name}>`, description);
	return {
		name,
		about: description,
		takes: takes === "text" ? "file" : takes,
		isRequired: operand.required,
		isVariadic: operand.variadic,
	};
}

/** The placeholder names what is taken; a description lists words as `text | json`. */
function takesOf(placeholder: string, description: string): Takes {
	if (placeholder === "") return "nothing";
	const words = wordsIn(description);
	if (words.length > 0) return { words };
	if (placeholder.startsWith("<folder") || description.includes("folder")) return "folder";
	return placeholder.startsWith("<file") || description.includes("file") ? "file" : "text";
}

const wordsIn = (description: string): string[] =>
	/[\w-]+(?: \| [\w-]+)+/.exec(description)?.[0].split(" | ") ?? [];

/** `help` takes topics, and the commands beside it. */
const topicsOf = (help: Command, description: string): string[] => [
	...wordsIn(description),
	...(help.parent?.commands.map((command) => command.name()) ?? []),
];
