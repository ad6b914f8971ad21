/** Files in, runs out: each file goes to the first reader that knows it. */
import type { EvalRun } from "../../core/evals/run.ts";
import { hasResult } from "../../core/evals/versions.ts";
import { bad, good, type Problem, type Result } from "../../core/problems.ts";
import { chooseMetric } from "./choose-metric.ts";
import { makeLean } from "./lean.ts";
import { mostRows } from "./limits.ts";
import { listEvalFiles } from "./list-files.ts";
import { openSource } from "./open-source.ts";
import type { About, NamedColumns, Reader, ReadFile, ReadRun } from "./reader.ts";
import { azureParameters } from "./readers/azure-parameters.ts";
import { deepeval } from "./readers/deepeval.ts";
import { helm } from "./readers/helm.ts";
import { braintrust, langsmith } from "./readers/hosted.ts";
import { inspect } from "./readers/inspect.ts";
import { lmEval } from "./readers/lm-eval.ts";
import { openaiEvals } from "./readers/openai-evals.ts";
import { openaiPlatform } from "./readers/openai-platform.ts";
import { plain } from "./readers/plain.ts";
import { promptfoo } from "./readers/promptfoo.ts";
import { promptfooCsv } from "./readers/promptfoo-csv.ts";
import { sweBench } from "./readers/swe-bench.ts";
import { isFields, type Source, shorten } from "./source.ts";

/** In this order: a table is what is left. */
const readers: readonly Reader[] = [
	promptfoo,
	inspect,
	openaiEvals,
	openaiPlatform,
	deepeval,
	helm,
	lmEval,
	sweBench,
	langsmith,
	braintrust,
	promptfooCsv,
	azureParameters,
	plain,
];

export async function readEvals(
	names: readonly string[],
	columns: NamedColumns = {},
): Promise<Result<EvalRun[]>> {
	const listed = await listEvalFiles(names);
	if (!listed.ok) return listed;
	const problems: Problem[] = [];
	const runs: ReadRun[] = [];
	const abouts: About[] = [];
	const lean = makeLean();
	for (const { file, isNamed } of listed.value) {
		const read = await readFile(file, columns, lean);
		// A folder holds other files, too.
		if (read.problem && (isNamed || read.problem.code !== "no-evals")) problems.push(read.problem);
		const chosen = read.runs.map((run) => chooseMetric(run, columns));
		runs.push(...chosen.flatMap((one) => (one.ok ? [one.value] : [])));
		// All runs of a file lack the same.
		problems.push(...chosen.flatMap((one) => (one.ok ? [] : one.problems)).slice(0, 1));
		if (read.about) abouts.push(read.about);
	}
	if (problems.length > 0) return bad(...problems);
	if (runs.length === 0) return bad(nothingRead(abouts.length > 0, names));
	const whole = withOwnLabels(joinParts(runs, abouts));
	return countRows(whole) > mostRows ? bad(tooManyRows) : good(whole);
}

async function readFile(
	file: string,
	columns: NamedColumns,
	lean: ReturnType<typeof makeLean>,
): Promise<ReadFile> {
	const opened = await openSource(file, lean);
	if (!opened.ok) {
		return refused(opened.problems[0] as Problem);
	}
	const source = { file, content: opened.value };
	const { cut } = opened.value;
	const reader = readers.find((one) => one.recognizes(source));
	if (cut)
		return reader && !reader.needsWhole ? readCut(reader.read(source, columns), cut) : refused(cut);
	if (reader) return reader.read(source, columns);
	const line = asOnlyLine(source);
	const ofLines = line && readers.find((one) => one !== plain && one.recognizes(line));
	return line && ofLines ? ofLines.read(line, columns) : refused(unknown(file));
}

const refused = (problem: Problem): ReadFile => ({ runs: [], problem });

/** What was whole is read, and the report says so; without a result the file is as good as none. */
function readCut({ runs }: ReadFile, cut: Problem): ReadFile {
	const hasResults = runs.some(({ outcomes }) => outcomes.some(hasResult));
	if (!hasResults) return refused(cut);
	return { runs: runs.map((run) => ({ ...run, notes: ["cut" as const, ...run.notes] })) };
}

/** Of a test somebody needs the name only to find it. */
const longestName = 120;

/** One object may also be the only line of JSON Lines. */
const asOnlyLine = ({ file, content }: Source): Source | undefined =>
	content.kind === "value" && isFields(content.value)
		? { file, content: { kind: "rows", rows: [content.value], isLines: true } }
		: undefined;

/** Files of one run are put together, and what stands beside a run is added to it. */
function joinParts(runs: readonly ReadRun[], abouts: readonly About[]): EvalRun[] {
	const joined = new Map<string, ReadRun>();
	for (const [place, run] of runs.entries()) {
		const key = run.origin ?? `run ${place}`;
		const before = joined.get(key);
		joined.set(key, before ? join(before, run) : run);
	}
	return [...joined.values()].map(({ origin, isTable: _, ...run }) => {
		const about = abouts.find((one) => one.origin === origin);
		const isScored = run.outcomes.some(
			({ pass, score }) => pass !== undefined || score !== undefined,
		);
		return {
			...run,
			outcomes: run.outcomes.map((one) => ({ ...one, name: shorten(one.name, longestName) })),
			model: run.model ?? about?.model,
			settings: run.settings ?? about?.settings,
			when: about?.when ?? run.when,
			notes: isScored ? run.notes : [...run.notes, "unscored" as const],
		};
	});
}

/** Runs of a file that are called alike are numbered. */
function withOwnLabels(runs: readonly EvalRun[]): EvalRun[] {
	const counts = new Map<string, number>();
	return runs.map((run) => {
		const id = JSON.stringify([run.file, run.label]);
		const count = (counts.get(id) ?? 0) + 1;
		counts.set(id, count);
		return count === 1 ? run : { ...run, label: `${run.label} #${count}`.trim() };
	});
}

/** Two files with the same tests are two views of one run; with other tests they are parts of it. */
function join(first: ReadRun, second: ReadRun): ReadRun {
	const known = new Set(first.outcomes.map(({ test }) => test));
	if (second.outcomes.some(({ test }) => known.has(test)))
		return second.outcomes.length > first.outcomes.length ? second : first;
	const [a, b] = first.file <= second.file ? [first, second] : [second, first];
	return {
		...a,
		prompt:
			a.prompt === undefined || b.prompt === undefined ? undefined : `${a.prompt} ${b.prompt}`,
		metric:
			a.metric === b.metric
				? a.metric
				: [...new Set([...a.metric.split(" + "), b.metric])].sort().join(" + "),
		outcomes: [...a.outcomes, ...b.outcomes],
	};
}

const countRows = (runs: readonly EvalRun[]): number =>
	runs.reduce((sum, { outcomes }) => sum + outcomes.length, 0);

const unknown = (file: string): Problem => ({
	code: "no-evals",
	message: `${file} holds no eval results that are known.`,
	hint: `Known are: ${readers.map(({ looksLike }) => looksLike).join("; ")}.`,
});

const nothingRead = (isBeside: boolean, names: readonly string[]): Problem => ({
	code: "no-evals",
	message: isBeside
		? "The files hold totals only, and no single tests."
		: `No eval results were found in ${names.join(", ")}.`,
	hint: "Give the files with one result for each test, such as samples_*.jsonl or per_instance_stats.json.",
});

const tooManyRows: Problem = {
	code: "too-large",
	message: "The files hold more than 500,000 results.",
	hint: "Compare fewer runs at once.",
};
