/** What is counted beside the columns, a part each. */
import type { Example } from "../layouts/layout.ts";
import { layouts } from "../layouts/layouts.ts";
import { answerKeysOf } from "../layouts/pairs.ts";
import type { DataRow, RowFault } from "../reading/data-file.ts";
import type { Fields } from "../record.ts";
import { column } from "./columns.ts";
import { type Find, findSecrets, type Hints } from "./secrets.ts";
import { mostSketched, openSketches } from "./sketches.ts";
import { hashWords, shinglesOf, type Words } from "./words.ts";

/** Where a row stands. */
export interface RowPlace {
	file: string;
	/** The line of JSON lines; else the place among the rows of the file. */
	row: number;
	/** The line that it begins in, where the file has lines. */
	line?: number;
}

export const placeIn = (
	file: string,
	{ number, line }: Pick<DataRow, "number" | "line">,
): RowPlace => ({
	file,
	row: number,
	...(line !== undefined && { line }),
});

export interface Fault {
	fault: RowFault;
	count: number;
	places: RowPlace[];
}

export function openFaults(mostPlaces: number) {
	const kinds = new Map<RowFault, Fault>();
	return {
		add(fault: RowFault, place: RowPlace): void {
			const known = kinds.get(fault) ?? { fault, count: 0, places: [] };
			kinds.set(fault, known);
			known.count += 1;
			if (known.places.length < mostPlaces) known.places.push(place);
		},
		end: (): Fault[] => [...kinds.values()],
	};
}

export interface Secret {
	kind: string;
	isSecret: boolean;
	masked: string;
	place: RowPlace;
}

export function openSecrets(mostPlaces: number) {
	const rowsByKind = new Map<string, number>();
	/** Most rows have the context of the row before. */
	let known: { context: string; finds: Find[] } = { context: "", finds: [] };
	const first: Secret[] = [];
	return {
		/** Marks the row, and keeps a few of the finds. */
		add({ context, asked, output, marks }: Example, place: () => RowPlace, hints: Hints): void {
			const kinds = new Set<string>();
			if (context !== known.context) known = { context, finds: findSecrets(context) };
			for (const finds of [known.finds, findSecrets(asked, hints), findSecrets(output, hints)])
				for (const { kind, isSecret, masked } of finds) {
					marks.add(isSecret ? "secret" : "personal");
					if (kinds.has(kind)) continue;
					kinds.add(kind);
					rowsByKind.set(kind, (rowsByKind.get(kind) ?? 0) + 1);
					if (first.length < mostPlaces) first.push({ kind, isSecret, masked, place: place() });
				}
		},
		end: () => ({ rowsByKind, first }),
	};
}

/** Longer answers are no labels, and with more of them balance means nothing. */
const longestLabel = 60;
const mostLabels = 100;

export function openLabels() {
	let labels: Map<string, number> | undefined = new Map();
	return {
		add({ output, marks }: Example): void {
			if (!labels || !marks.has("has-answer")) return;
			const label = output.trim();
			if (label.length > longestLabel || (labels.size >= mostLabels && !labels.has(label)))
				labels = undefined;
			else labels.set(label, (labels.get(label) ?? 0) + 1);
		},
		end: (): Map<string, number> | undefined => labels,
	};
}

const mostKeys = 100;

/** Keys of rows whose layout nobody knows. */
export function openKeys() {
	const keys = new Map<string, number>();
	return {
		add(row: Fields, layout: number): void {
			if (layouts[layout]?.id !== "unknown") return;
			for (const key of Object.keys(row))
				if (keys.has(key) || keys.size < mostKeys) keys.set(key, (keys.get(key) ?? 0) + 1);
		},
		end: () => keys,
	};
}

/** Where rows without an answer may have one, by how many of them. */
export function openAnswerKeys() {
	const keys = new Map<string, number>();
	return {
		add(row: Fields, { marks }: Example): void {
			if (!marks.has("empty-answer")) return;
			for (const key of answerKeysOf(row)) keys.set(key, (keys.get(key) ?? 0) + 1);
		},
		end: () => keys,
	};
}

/** Rows that are almost the same as others. */
export function openNear() {
	const later = column(Uint32Array);
	const earlier = column(Uint32Array);
	const sketches = openSketches((before, after) => {
		earlier.push(before);
		later.push(after);
	});
	const seen = new Set<number>();
	let isFull = false;
	return {
		add(words: Words, row: number): void {
			if (isFull) return;
			const hash = hashWords(words);
			// Of equal rows one is enough; that they are equal is known anyway.
			if (seen.has(hash)) return;
			seen.add(hash);
			sketches.add(shinglesOf(words), row);
			isFull = sketches.count() >= mostSketched;
			// What further rows would be compared with takes 45 MB.
			if (isFull) sketches.end();
		},
		end() {
			if (!isFull) sketches.end();
			return { later: later.take(), earlier: earlier.take(), isPartly: isFull };
		},
	};
}
