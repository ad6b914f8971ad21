/** `explain <id>`: everything the rule set says about a fact, rule, gate, score, row or source. */
import wrapAnsi from "wrap-ansi";
import { printRaw } from "../core/answers.ts";
import { didYouMean } from "../core/nearest.ts";
import type { RuleSet } from "../core/rule-set.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import type { World } from "../io/world.ts";
import { explainable, explainId, type Section } from "../report/explain.ts";

export function explain(id: string, { rules, world }: { rules: RuleSet; world: World }): ExitCode {
	const sections = explainId(rules, id);
	if (sections.length === 0)
		return refuse(world, [
			{
				code: "unknown-id",
				message: `Nothing is called ${printRaw(id)}.${didYouMean(id, explainable(rules))}`,
				hint: "Give the id of a fact, rule, gate, score, row, source or step, as --format json prints them.",
			},
		]);
	world.print(sections.map((section) => print(section, world.style.width)).join("\n\n"));
	return exit.done;
}

function print({ title, lines }: Section, width: number): string {
	const body = lines.map((line) => indent(wrapAnsi(line, width - 4)));
	return [wrapAnsi(title, width), ...body].join("\n");
}

/** The first line two columns in, its rest four. */
const indent = (text: string): string => `  ${text.replaceAll("\n", "\n    ")}`;
