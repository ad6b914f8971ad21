/** `batch [file…]`: many sets of answers in, a decision for each of them out. */
import type { BatchOptions } from "../batch/batch-options.ts";
import { type Ran, runBatch } from "../batch/batch-run.ts";
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { formatNumber } from "../core/answers/numbers.ts";
import { decide } from "../core/decision/decide.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { loadIndexedCases } from "../io/load-cases.ts";
import { deferSignals } from "../io/stop-signals.ts";
import type { World } from "../io/world.ts";
import { formatSummary } from "../report/batch-summary.ts";
import { count } from "../report/words.ts";
import type { batchFlags, Given } from "./flags.ts";
import type { Surroundings } from "./surroundings.ts";

export async function batch(
	files: string[],
	flags: Given<typeof batchFlags>,
	around: Surroundings,
): Promise<ExitCode> {
	const { rules, folder, world } = around;
	const options = parseBatch(files, flags, around);
	const cases = await loadIndexedCases(rules);
	const problems = [options, cases].flatMap((read) => (read.ok ? [] : read.problems));
	if (!options.ok || !cases.ok) return refuse(world, problems);
	// Rows and progress would be mixed up where both go to the terminal.
	const show = options.value.summary || !world.showsOutput ? world.showProgress : undefined;
	const output = deferSignals(world.write);
	const ran = await runBatch(files.length > 0 ? files : ["-"], {
		rules,
		folder,
		cases: cases.value,
		options: options.value,
		world: { ...world, write: output.write },
		...(show && { onProgress: (lines: number) => show(`${formatNumber(lines)} lines`) }),
	});
	output.end();
	show?.("");
	if (flags.summary && ran.faults.length === 0)
		world.print(formatSummary(ran.tally, rules, flags.format ?? "text", world.style));
	return complainOf(ran, options.value, world);
}

function parseBatch(
	files: readonly string[],
	{ fields, keep = [], summary = false, strict = false, "as-of": asOf }: Given<typeof batchFlags>,
	{ rules, world }: Surroundings,
): Result<BatchOptions> {
	// A decision of nothing takes longer than to decide a small batch.
	const known = fields || keep.length > 0 ? Object.keys(decide(rules, {})) : [];
	const problems: Problem[] = [];
	for (const field of fields ?? [])
		if (!isField(field, known)) problems.push(noField(field, known));
	for (const [flag, names] of Object.entries({ fields: fields ?? [], keep }))
		for (const name of new Set(names.filter((name, place) => names.indexOf(name) < place)))
			problems.push(twice(flag, name));
	for (const key of keep) {
		if (key === "") problems.push(keptNothing);
		else if (Object.hasOwn(rules.questions, key)) problems.push(keptFact(key));
		else if (!summary && (fields ?? known).includes(key)) problems.push(keptField(key));
	}
	if (fields && summary) problems.push(fieldsOfSummary);
	if (files.length === 0 && world.isInteractive) problems.push(noInput);
	if (problems.length > 0) return bad(...problems);
	return good({ asOf: asOf ?? world.today, fields, keep, summary, strict });
}

function isField(field: string, known: readonly string[]): boolean {
	const [name = "", ...parts] = field.split(".");
	return known.includes(name) && !parts.includes("") && field.trimEnd() === field;
}

/** Says on stderr what is wrong with the first bad lines and how many there are, and with the input itself. */
function complainOf(ran: Ran, { keep, strict }: BatchOptions, world: World): ExitCode {
	const { tally, firstBad, kept, isWhole } = ran;
	const lost = isWhole && tally.decisions > 0 ? keep.filter((key) => !kept.has(key)) : [];
	const faults = [...ran.faults, ...lost.map(keptNowhere)];
	for (const { file, line, problems } of firstBad)
		refuse(
			world,
			problems.map((problem) => ({ ...problem, at: { file, line } })),
		);
	if (firstBad.length > 0 && !strict) world.complain(sayBad(tally, firstBad.length));
	if (faults.length > 0) refuse(world, faults);
	return firstBad.length > 0 || faults.length > 0 ? exit.refused : exit.done;
}

/** `5 bad lines of 200; 2 more than shown.` */
function sayBad({ bad, decisions }: Ran["tally"], shown: number): string {
	const all = `${count(bad, "bad line")} of ${formatNumber(decisions + bad)}`;
	return bad > shown ? `${all}; the first ${shown} are shown.` : `${all}.`;
}

const noField = (field: string, known: readonly string[]): Problem => ({
	code: "bad-flag",
	message: `A decision has no field ${formatRaw(field)}.${didYouMean(field, known)}`,
	hint: `Choose from ${known.join(", ")}; name a part like total.points.`,
});

const twice = (flag: string, name: string): Problem => ({
	code: "bad-flag",
	message: `--${flag} names ${formatRaw(name)} twice.`,
	hint: "Name it once.",
});

const keptNothing: Problem = {
	code: "bad-flag",
	message: "--keep contains an empty name.",
	hint: "Separate names with one comma, such as --keep id,project.",
};

const keptFact = (key: string): Problem => ({
	code: "bad-flag",
	message: `--keep ${key}: that is a fact, so it is read as an answer.`,
	hint: "You find it in the field answers.",
});

const keptField = (key: string): Problem => ({
	code: "bad-flag",
	message: `--keep ${key}: a decision already has a field with that name.`,
	hint: "Rename the key or column, or leave that field out with --fields.",
});

const keptNowhere = (key: string): Problem => ({
	code: "bad-flag",
	message: `--keep ${key}: no line has that key.`,
	hint: "The rows were written without it. Check its spelling, or remove the flag.",
});

const fieldsOfSummary: Problem = {
	code: "bad-flag",
	message: "--fields and --summary cannot be combined, because a summary has no rows.",
	hint: "Remove one of them.",
};

const noInput: Problem = {
	code: "no-file",
	message: "There is nothing to decide: no file was given, and stdin is a terminal.",
	hint: "Give a file with JSON lines, a JSON array or CSV, or pipe one in.",
};
