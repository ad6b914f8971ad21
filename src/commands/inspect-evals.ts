/** `inspect evals`: has prompting hit its limit? Read off what eval tools have written. */
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { factsOf } from "../core/evals/facts.ts";
import { judgeEvals } from "../core/evals/judge.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { readEvals } from "../inspect/evals/read-evals.ts";
import type { NamedColumns } from "../inspect/evals/reader.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { formatEvals } from "../report/evals/reports.ts";
import type { inspectEvalsFlags } from "./evals-flags.ts";
import type { Given } from "./flags.ts";
import { parseGain, parseTarget, unreachable } from "./parse-figures.ts";
import type { Surroundings } from "./surroundings.ts";

export async function inspectEvals(
	files: readonly string[],
	{ columns = [], target, gain, format = "text" }: Given<typeof inspectEvalsFlags>,
	{ world }: Pick<Surroundings, "world">,
): Promise<ExitCode> {
	const named = parseColumns(columns);
	const goal = parseTarget(target);
	const smallest = parseGain(gain);
	const problems = [named, goal, smallest].flatMap((read) => (read.ok ? [] : read.problems));
	if (!named.ok || !goal.ok || !smallest.ok) return refuse(world, problems);
	const runs = await readEvals(files, named.value);
	if (!runs.ok) return refuse(world, runs.problems);
	const judgment = judgeEvals(runs.value, {
		target: goal.value,
		smallest: smallest.value,
	});
	const slips = unreachable(judgment);
	if (slips.length > 0) return refuse(world, slips);
	world.print(formatEvals(format, judgment, factsOf(judgment, runs.value), world.style));
	return exit.done;
}

const roles: readonly (keyof NamedColumns)[] = ["pass", "test", "variant", "time"];

/** `pass=e2e_correct,test=question`. */
export function parseColumns(given: readonly string[]): Result<NamedColumns> {
	const columns: NamedColumns = {};
	const problems: Problem[] = [];
	for (const word of given) {
		const [, name = word, column = ""] = /^([^=]*)=(.+)$/s.exec(word) ?? [];
		const role = roles.find((one) => one === name);
		if (role === undefined || column === "") problems.push(noRole(word, name));
		else if (columns[role] !== undefined) problems.push(roleTwice(role));
		else columns[role] = column;
	}
	return problems.length > 0 ? bad(...problems) : good(columns);
}

const noRole = (word: string, name: string): Problem => ({
	code: "bad-flag",
	message: `${formatRaw(word)} is not valid for --columns.${didYouMean(name, roles)}`,
	hint: `Write ${roles.join("=…, ")}=… with the name of a column, such as --columns pass=correct,test=question.`,
});

const roleTwice = (role: string): Problem => ({
	code: "bad-flag",
	message: `--columns names ${role} twice.`,
	hint: "Name it once.",
});
