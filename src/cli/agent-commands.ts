/** The commands for coding agents, forms and bots, and the one that a project begins with. */
import { initFlags, questionsFlags, skillFolders } from "../commands/agent-flags.ts";
import { factFlags, rulesFlags } from "../commands/flags.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { defaultFile } from "../io/read-answers.ts";
import { version } from "../version.ts";
import { type Command, command } from "./command.ts";
import { mcpHelp } from "./help.ts";

export const questionsCommand = (rules: RuleSet): Command =>
	command({
		name: "questions",
		about: "list every question for forms and bots, and which to ask next",
		flags: questionsFlags,
		facts: factFlags(rules.questions),
		run: async (_, flags, around) => {
			const { questions } = await import("../commands/questions.ts");
			return questions(flags, around);
		},
	});

export const initCommand: Command = command({
	name: "init",
	about: "write an answers file to fill in, or copy the skill for coding agents",
	operands: [
		{
			name: "file",
			about: `the file to write (default: ${defaultFile}), or with --skill the folder (default: ${skillFolders[0]})`,
			takes: "file",
			isOptional: true,
		},
	],
	flags: initFlags,
	run: async ([file], { skill, force = false }, { rules: own, world }) => {
		if (skill) {
			const { initSkill } = await import("../commands/init-skill.ts");
			return initSkill(file ?? skillFolders[0], force, world);
		}
		const { init } = await import("../commands/init.ts");
		return init(file ?? defaultFile, { force, rules: own, world });
	},
});

export const mcpCommand: Command = command({
	name: "mcp",
	about: "serve coding agents: the same commands as tools of the Model Context Protocol, on stdio",
	flags: rulesFlags,
	more: mcpHelp,
	run: async (_, __, around) => (await import("../commands/mcp.ts")).mcp(version, around),
});
