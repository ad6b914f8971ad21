/** The commands about a rule set: `rules check | test | diff | docs | schema`. */

import type { Shape } from "../report/style.ts";
import { type AddCommands, asPercent, rulesOption, shapeOption } from "./options.ts";

/** Loaded when it is used: checks, tests and reports are most of the code. */
const commands = () => import("../commands/rules.ts");

export const addRulesCommands: AddCommands = (program, rules, world, finish) => {
	const group = program.command("rules").description("check, test, compare or print a rule set");
	group
		.command("check")
		.addOption(rulesOption())
		.description("prove the promises and find rules that never decide, overlap or leave gaps")
		.addOption(shapeOption())
		.action(async ({ format }: { format: Shape }) =>
			finish((await commands()).rulesCheck({ rules, world }, format)),
		);
	group
		.command("test")
		.addOption(rulesOption())
		.description("run the tests of a rule set; what a test leaves out is tried in every way")
		.addOption(shapeOption())
		.option("--min-coverage <percent>", "exit with 1 below this coverage", asPercent, 0)
		.action(async ({ format, minCoverage }: { format: Shape; minCoverage: number }) =>
			finish((await commands()).rulesTest({ rules, world }, { shape: format, minCoverage })),
		);
	group
		.command("diff")
		.argument("<before>", "a folder of rules, or built-in")
		.argument("<after>", "a folder of rules, or built-in")
		.description("the exact share of answers whose verdict moves, with the smallest examples")
		.addOption(shapeOption())
		.action(async (before: string, after: string, { format }: { format: Shape }) =>
			finish(await (await commands()).rulesDiff([before, after], world, format)),
		);
	group
		.command("docs")
		.addOption(rulesOption())
		.description("print every question, rule, reason and source as one Markdown page")
		.action(async () => finish((await commands()).printRulesDocs({ rules, world })));
	group
		.command("schema")
		.addOption(rulesOption())
		.description("print the JSON Schema of a rule file")
		.action(async () => finish(await (await commands()).printRulesSchema({ rules, world })));
};
