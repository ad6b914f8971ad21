/** Documents with records in them. */
import type { CheckFileOptions } from "../../../src/commands/check-file.ts";
import { parseAnswers } from "../../../src/core/answers/answers.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import { wrapRecord } from "../../../src/core/records/record.ts";
import { markdown } from "../../../src/report/markdown/markdown.ts";
import { fileStyle } from "../../../src/report/style.ts";
import { rules } from "../../built-in.ts";

export const today = "2026-11-22";

/** One cell each, so that deciding is fast. */
export const facts = { goal: "task-quality", task: "narrow", examples: 700, model: "gpt-4.1-mini" };

interface BlockOptions {
	given?: Record<string, string | number>;
	/** The day on the record; null leaves it out. */
	asOf?: string | null;
}

/** A block as a Markdown report holds it. */
export function blockOf({ given = facts, asOf = today }: BlockOptions = {}): string {
	const raw = Object.entries(given).map(([fact, value]) => ({ fact, value, from: `--${fact}` }));
	const answers = parseAnswers(rules.questions, raw);
	if (!answers.ok) throw new Error(JSON.stringify(answers.problems, null, 2));
	const decision = decide(rules, answers.value, { asOf: asOf ?? today });
	const made = { format: "markdown", asOf: asOf ?? undefined, rules } as const;
	return wrapRecord(markdown(decision, rules, fileStyle, made), decision, made);
}

/** A part of a block replaced; it is a mistake of the test when it is not there. */
export function change(block: string, from: string | RegExp, to: string): string {
	const changed = block.replace(from, () => to);
	if (changed === block) throw new Error(`There is no ${from} to change.`);
	return changed;
}

/** Ways in which a block gets out of date, with the state it is then in. */
export const outdated = {
	moved: (block: string) => change(block, /^confidence: .*$/m, "confidence: 0.51"),
	edited: (block: string) => change(block, "## Why", "## Why not"),
	stale: (block: string) =>
		change(block, /^verdict:/m, 're-decide-by: "2026-01-01"\nverdict:').replace(
			/^re-decide-by: "2027.*\n/m,
			"",
		),
};

export const options: CheckFileOptions = {
	asOf: today,
	write: false,
	isDated: false,
	isChosen: false,
	cases: [],
};
