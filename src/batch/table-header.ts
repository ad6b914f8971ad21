/** What can be wrong with the header of CSV. */
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import type { Place, Problem } from "../core/problems.ts";
import type { Columns } from "./read-blocks.ts";

/** More are not told: a header can have a million columns. */
const mostProblems = 50;

export function headerProblems(
	header: readonly string[],
	{ facts, keep }: Columns,
	at: Place,
): Problem[] {
	const problems: Problem[] = [];
	const known = new Set([...facts, "title", ...keep]);
	const seen = new Set<string>();
	for (const [place, column] of header.entries()) {
		if (column === "") problems.push(nameless(place, at));
		else if (seen.has(column)) problems.push(twice(column, at));
		else if (!known.has(column)) problems.push(noFact(column, [...known], at));
		seen.add(column);
		if (problems.length === mostProblems) return problems;
	}
	for (const key of keep) if (!seen.has(key)) problems.push(noColumn(key, header, at));
	return problems;
}

const nameless = (place: number, at: Place): Problem => ({
	code: "unknown-fact",
	message: `Column ${place + 1} has no name.`,
	hint: "Write the name of a fact in the header, or remove the column.",
	at,
});

const twice = (column: string, at: Place): Problem => ({
	code: "duplicate-key",
	message: `The column ${formatRaw(column)} appears twice.`,
	hint: "Keep one of them.",
	at,
});

const noFact = (column: string, known: readonly string[], at: Place): Problem => ({
	code: "unknown-fact",
	message: `There is no fact ${formatRaw(column)}.${didYouMean(column, known)}`,
	hint: "A batch is JSON lines, a JSON array, or CSV with facts in the header. List other columns with --keep.",
	at,
});

const noColumn = (key: string, header: readonly string[], at: Place): Problem => ({
	code: "bad-flag",
	message: `--keep ${key}: there is no column with that name.${didYouMean(key, header)}`,
	hint: "Name a column from the header, or remove the flag.",
	at,
});
