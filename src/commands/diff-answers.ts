/** `diff OLD NEW`: two answers files or records, decided by the same rules on the same day. */

import type { Answers } from "../core/answers/answers.ts";
import { parseAnswers } from "../core/answers/answers.ts";
import type { Result } from "../core/problems.ts";
import { diffAnswers } from "../core/records/diff-answers.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { readAnswers } from "../io/read-answers.ts";
import type { World } from "../io/world.ts";
import { formatAnswersDiff } from "../report/records/diff.ts";
import type { Shape } from "../report/style.ts";
import { parseOptions } from "./options.ts";

/** As commander hands them over. */
export interface DiffFlags {
	format: Shape;
	asOf?: string;
	exitCode?: boolean;
}

export async function diffFiles(
	[before, after]: [string, string],
	flags: DiffFlags,
	{ rules, world }: { rules: RuleSet; world: World },
): Promise<ExitCode> {
	const options = parseOptions({ input: false, ...(flags.asOf && { asOf: flags.asOf }) }, world);
	const was = await read(before, rules, world);
	const is = await read(after, rules, world);
	const problems = [options, was, is].flatMap((part) => (part.ok ? [] : part.problems));
	if (!options.ok || !was.ok || !is.ok) return refuse(world, problems);
	const { asOf } = options.value;
	const diff = diffAnswers(rules, [was.value, is.value], { asOf });
	world.print(
		formatAnswersDiff({ diff, names: [before, after], rules }, flags.format, world.style),
	);
	const isSame = diff.before.verdict === diff.after.verdict;
	return flags.exitCode && !isSame ? exit.unexpected : exit.done;
}

async function read(file: string, rules: RuleSet, world: World): Promise<Result<Answers>> {
	const raw = await readAnswers(file, world);
	return raw.ok ? parseAnswers(rules.questions, raw.value) : raw;
}
