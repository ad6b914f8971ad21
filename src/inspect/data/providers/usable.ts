/** How many rows each provider would take. */
import type { Measures } from "../findings/measures.ts";
import { hasMark, type Mark } from "../layouts/marks.ts";
import type { Survey } from "../rows/survey.ts";
import type { Provider } from "./provider.ts";

export interface Usable {
	id: string;
	name: string;
	/** Whether it takes the format as it is, once converted, or not at all. */
	takes: "yes" | "converted" | "no";
	/** Distinct complete examples that it takes, converted where need be. */
	examples: number;
	/** Those that it would take once `--fix --for` has written them. */
	fixable: number;
	/** Rows that it refuses although they are complete, by what it refuses them for; a row may count twice. */
	refused: { for: Mark; rows: number }[];
	/** The fewest rows that it takes, and how many it advises to start with. */
	minimum?: number;
	good?: number;
	most?: number;
	/** Whether there are neither too few nor too many. */
	isEnough: boolean;
	/** Limits that the data is over, with the limit. */
	over: { limit: "tokens of a row" | "validation rows"; most: number }[];
	checked: string;
	source: string;
}

/** What disappears when a row is written anew. */
export const mendedByConversion: readonly Mark[] = ["extra-keys", "developer", "model-role"];

export function usableBy(
	id: string,
	provider: Provider,
	{ survey, measures, usable }: { survey: Survey; measures: Measures; usable: Uint32Array },
): Usable {
	const { format } = measures;
	const { name, checked, source, minimum, good, most } = provider;
	const isTaken = (provider.takes as string[]).includes(format.id);
	const isConverted =
		!isTaken &&
		(format.kind === "chat" || (format.kind === "pairs" && format.id !== "axolotl-segments"));
	const takes = isTaken ? "yes" : isConverted ? "converted" : "no";
	const refuses = (provider.refuses as Mark[]).filter(
		(mark) => !isConverted || !mendedByConversion.includes(mark),
	);
	const rows = takes === "no" ? usable.subarray(0, 0) : usable;
	const has = (row: number, mark: Mark) => hasMark(survey.columns.marks[row] as number, mark);
	const accepts = (list: readonly Mark[]) =>
		countRows(rows, (row) => !list.some((mark) => has(row, mark)));
	const accepted = accepts(refuses);
	const refused = refuses
		.map((mark) => ({ for: mark, rows: countRows(rows, (row) => has(row, mark)) }))
		.filter((one) => one.rows > 0);
	return {
		id,
		name,
		takes,
		examples: accepted,
		fixable: accepts(refuses.filter((mark) => !mendedByConversion.includes(mark))),
		refused,
		...(minimum !== undefined && { minimum }),
		...(good !== undefined && { good }),
		...(most !== undefined && { most }),
		isEnough: accepted >= (minimum ?? 1) && accepted <= (most ?? Number.POSITIVE_INFINITY),
		over: takes === "no" ? [] : limitsOver(provider, survey),
		checked,
		source,
	};
}

/** Without a list of them: there may be millions, for each provider. */
function countRows(rows: Uint32Array, wants: (row: number) => boolean): number {
	let count = 0;
	for (const row of rows) if (wants(row)) count += 1;
	return count;
}

function limitsOver(
	{ "tokens-of-row": tokens = Infinity, "most-validation": rows = Infinity }: Provider,
	survey: Survey,
): Usable["over"] {
	const held = survey.columns.row.length - survey.trainRows;
	return [
		...((survey.tokens?.row.max ?? 0) > tokens
			? [{ limit: "tokens of a row" as const, most: tokens }]
			: []),
		...(held > rows ? [{ limit: "validation rows" as const, most: rows }] : []),
	];
}
