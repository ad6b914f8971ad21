/** The metric that was named with `--columns pass=…`, in results that are no table. */
import { formatRaw } from "../../core/answers/answers.ts";
import { didYouMean } from "../../core/answers/nearest-word.ts";
import { bad, good, type Problem, type Result } from "../../core/problems.ts";
import type { NamedColumns, ReadRun } from "./reader.ts";
import { asPasses } from "./readers/inspect.ts";

export function chooseMetric(run: ReadRun, { pass, ...others }: NamedColumns): Result<ReadRun> {
	// Tables have looked for their columns themselves.
	if (run.isTable) return good(run);
	const [other] = Object.keys(others);
	if (other !== undefined) return bad(onlyOfTables(run.file, other));
	if (pass === undefined) return good(run);
	const known = new Set(run.outcomes.flatMap(({ metrics = {} }) => Object.keys(metrics)));
	if (!known.has(pass)) return bad(noMetric(run.file, pass, [...known].sort()));
	if (run.metric === pass) return good(run);
	const outcomes = run.outcomes.map(({ pass: _, score: __, ...outcome }) => {
		const score = outcome.metrics?.[pass];
		return { ...outcome, ...(score !== undefined && { score }) };
	});
	return good({ ...run, metric: pass, scale: undefined, outcomes: asPasses(outcomes) });
}

const onlyOfTables = (file: string, role: string): Problem => ({
	code: "bad-flag",
	message: `${file} is not a table: --columns ${role}=… has no effect on it.`,
	hint: "Name only pass=<metric> for the results of eval tools.",
});

const noMetric = (file: string, name: string, known: readonly string[]): Problem => ({
	code: "bad-flag",
	message: `${file} has no metric ${formatRaw(name)}.${didYouMean(name, known)}`,
	hint:
		known.length > 0
			? `Its metrics are ${known.slice(0, 30).map(formatRaw).join(", ")}.`
			: "It tells passes only; leave --columns out.",
});
