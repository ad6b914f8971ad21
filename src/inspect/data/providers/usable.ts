/** How many rows each provider would take. */
import type { Format } from "../findings/formats.ts";
import { hasMark, type Mark } from "../layouts/marks.ts";
import type { Survey } from "../rows/survey.ts";
import type { Provider } from "./provider.ts";

export const limits = ["tokens of a row", "validation rows", "bytes in a file"] as const;

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
	over: { limit: (typeof limits)[number]; most: number }[];
	/** Bytes that a file must have, where it has fewer. */
	least?: number;
	checked: string;
	source: string;
}

/** What disappears when a row is written anew. */
export const mendedByConversion: readonly Mark[] = [
	"extra-keys",
	"developer",
	"model-role",
	"weights",
];

/** What a provider refuses a row for, of the marks that it has. */
export function refusalsOf(provider: Provider, set: number): Mark[] {
	const has = (mark: Mark) => hasMark(set, mark);
	const isWeighted = provider["refuses-weighted-images"] && has("images") && has("weights");
	return [
		...(provider.refuses as Mark[]).filter(has),
		...(isWeighted ? (["weights"] as const) : []),
	];
}

interface UsableRows {
	survey: Survey;
	format: Format;
	/** How many usable rows have each set of marks: there may be millions of rows, but few sets. */
	sets: ReadonlyMap<number, number>;
}

export function usableBy(id: string, provider: Provider, usable: UsableRows): Usable {
	const { survey, format } = usable;
	const { name, checked, source, minimum, good } = provider;
	const takes = takenAs(provider, format, survey);
	const sets = takes === "no" ? [] : [...usable.sets];
	const refusals = sets.map(([set, rows]) => ({ marks: refusalsAs(takes, provider, set), rows }));
	const count = (wants: (marks: Mark[]) => boolean): number =>
		refusals.reduce((sum, { marks, rows }) => sum + (wants(marks) ? rows : 0), 0);
	const accepted = count((marks) => marks.length === 0);
	const most =
		(sets.some(([set]) => hasMark(set, "images")) ? provider["most-with-images"] : undefined) ??
		provider.most;
	return {
		id,
		name,
		takes,
		examples: accepted,
		fixable: count((marks) => marks.every((mark) => mendedByConversion.includes(mark))),
		refused: [...new Set(refusals.flatMap(({ marks }) => marks))].map((mark) => ({
			for: mark,
			rows: count((marks) => marks.includes(mark)),
		})),
		...(minimum !== undefined && { minimum }),
		...(good !== undefined && { good }),
		...(most !== undefined && { most }),
		isEnough: accepted >= (minimum ?? 1) && accepted <= (most ?? Number.POSITIVE_INFINITY),
		...(takes === "no" ? { over: [] } : limitsOf(provider, survey)),
		checked,
		source,
	};
}

function takenAs(provider: Provider, { id, kind }: Format, { files }: Survey): Usable["takes"] {
	const isLines = files.every(
		({ container, compression }) => container === "JSON lines" && !compression,
	);
	if ((provider.takes as string[]).includes(id))
		return isLines || !provider["only-json-lines"] ? "yes" : "converted";
	return kind === "chat" || (kind === "pairs" && id !== "axolotl-segments") ? "converted" : "no";
}

function refusalsAs(takes: Usable["takes"], provider: Provider, set: number): Mark[] {
	const marks = refusalsOf(provider, set);
	if (takes !== "converted") return marks;
	// The clouds read images from their own storage, and not from an address on the web.
	const isOfCloud = ["gemini", "bedrock-converse"].includes(provider["converts-to"]);
	const isRemote = isOfCloud && hasMark(set, "remote-images");
	return [
		...marks.filter((mark) => !mendedByConversion.includes(mark)),
		...(isRemote ? (["remote-images"] as const) : []),
	];
}

function limitsOf(provider: Provider, survey: Survey): Pick<Usable, "over" | "least"> {
	const sizes = survey.files.flatMap(({ size, isValidation }) =>
		isValidation ? [] : (size ?? []),
	);
	const held = survey.columns.row.length() - survey.trainRows;
	const found = {
		"tokens of a row": [survey.tokens?.row.max ?? 0, provider["tokens-of-row"]],
		"validation rows": [held, provider["most-validation"]],
		"bytes in a file": [Math.max(0, ...sizes), provider["most-bytes"]],
	} satisfies Record<(typeof limits)[number], [number, number | undefined]>;
	const over = limits.flatMap((limit) => {
		const [has, most] = found[limit];
		return most !== undefined && has > most ? [{ limit, most }] : [];
	});
	const least = provider["least-bytes"] ?? 0;
	return { over, ...(sizes.some((size) => size < least) && { least }) };
}
