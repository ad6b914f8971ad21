/** `diff OLD NEW`: two answers files or records, decided by the same rules on the same day. */

import { type Answers, parseAnswers } from "../core/answers/answers.ts";
import type { Result } from "../core/problems.ts";
import { diffAnswers } from "../core/records/diff-answers.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { readAnswers } from "../io/read-answers.ts";
import type { World } from "../io/world.ts";
import { formatAnswersDiff } from "../report/records/diff.ts";
import type { diffFlags, Given } from "./flags.ts";
import type { Surroundings } from "./surroundings.ts";

export async function diffFiles(
	[before, after]: [string, string],
	flags: Given<typeof diffFlags>,
	{ rules, world }: Surroundings,
): Promise<ExitCode> {
	const was = await read(before, rules, world);
	const is = await read(after, rules, world);
	const problems = [was, is].flatMap((part) => (part.ok ? [] : part.problems));
	if (!was.ok || !is.ok) return refuse(world, problems);
	const asOf = flags["as-of"] ?? world.today;
	const diff = diffAnswers(rules, [was.value, is.value], { asOf });
	world.print(
		formatAnswersDiff({ diff, names: [before, after], rules }, flags.format ?? "text", world.style),
	);
	const isSame = diff.before.verdict === diff.after.verdict;
	return flags["exit-code"] && !isSame ? exit.unexpected : exit.done;
}

async function read(file: string, rules: RuleSet, world: World): Promise<Result<Answers>> {
	const raw = await readAnswers(file, world);
	return raw.ok ? parseAnswers(rules.questions, raw.value.answers) : raw;
}
