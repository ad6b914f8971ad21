/**
 * Rows that are almost alike. Of each row the smallest 64 hashes of its shingles are kept (a bottom-k
 * sketch: Broder 1997, "On the resemblance and containment of documents"), which tell what share of
 * their shingles two rows have in common: exactly for up to 64 shingles, and within some points beyond.
 */
import { column } from "./columns.ts";
import { openTable } from "./number-table.ts";

/** Two rows are near duplicates from this share of common shingles on. */
const nearFrom = 0.8;
const sketchSize = 64;
/** Rows are compared that share one of so many of their smallest hashes. */
const keysOfRow = 4;
/** Rows under one key that are compared: a key that many share tells little. */
const mostUnderKey = 16;
/** Rows that are sketched: each takes about 300 bytes. */
export const mostSketched = 100_000;
/** Fewer shingles tell nothing: "What is the capital of France?" has four. */
const leastShingles = 5;

/** What many rows have is their template, and says nothing of a row. */
const templateShare = 0.2;
const leastOfTemplate = 5;
/** Rows from which the template is learned. */
const rowsOfTemplate = 500;

/** @param onNear told the places of two rows that are near each other */
export function openSketches(onNear: (earlier: number, later: number) => void) {
	const waiting: { shingles: Int32Array; place: number }[] = [];
	let template: Set<number> | undefined;
	let index = openIndex(onNear);
	const settle = () => {
		template = templateOf(waiting.map(({ shingles }) => shingles));
		for (const { shingles, place } of waiting) index.add(sketchOf(shingles, template), place);
		waiting.length = 0;
	};
	return {
		/** @param place the row's place among all rows */
		add(shingles: Int32Array, place: number): void {
			if (template) index.add(sketchOf(shingles, template), place);
			// The list is that of the next row as well.
			else if (waiting.push({ shingles: shingles.slice(), place }) >= rowsOfTemplate) settle();
		},
		/** Compares what waits, and forgets everything. */
		end(): void {
			if (!template) settle();
			index = openIndex(onNear);
		},
		count: () => index.count(),
	};
}

function templateOf(rows: readonly Int32Array[]): Set<number> {
	const counts = new Map<number, number>();
	for (const shingles of rows)
		for (const shingle of new Set(shingles)) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
	const most = Math.max(leastOfTemplate, templateShare * rows.length);
	return new Set([...counts].filter(([, count]) => count >= most).map(([shingle]) => shingle));
}

/** Sorted and without repeats, in the place of the shingles; undefined where too little is left. */
function sketchOf(shingles: Int32Array, template: ReadonlySet<number>): Int32Array | undefined {
	const own = (template.size === 0 ? shingles : withoutThose(shingles, template)).sort();
	let length = 0;
	for (let at = 0; at < own.length && length < sketchSize; at += 1) {
		const shingle = own[at] as number;
		if (length > 0 && own[length - 1] === shingle) continue;
		own[length] = shingle;
		length += 1;
	}
	return length < leastShingles ? undefined : own.subarray(0, length);
}

function withoutThose(shingles: Int32Array, template: ReadonlySet<number>): Int32Array {
	let count = 0;
	for (const shingle of shingles) if (!template.has(shingle)) shingles[count++] = shingle;
	return shingles.subarray(0, count);
}

const blockSize = 65_536;

/** Sketches behind each other in large blocks, none of them in two. */
function openStore() {
	const blocks: Int32Array[] = [];
	const [begins, lengths] = [column(Int32Array), column(Uint8Array)];
	let used = blockSize;
	return {
		add(sketch: Int32Array): void {
			if (used + sketch.length > blockSize) {
				blocks.push(new Int32Array(blockSize));
				used = 0;
			}
			blocks[blocks.length - 1]?.set(sketch, used);
			begins.push((blocks.length - 1) * blockSize + used);
			lengths.push(sketch.length);
			used += sketch.length;
		},
		at(row: number): Int32Array {
			const begin = begins.at(row) % blockSize;
			const block = blocks[Math.floor(begins.at(row) / blockSize)] as Int32Array;
			return block.subarray(begin, begin + lengths.at(row));
		},
	};
}

/** For each key the rows under it, as a chain. */
function openIndex(onNear: (earlier: number, later: number) => void) {
	const sketches = openStore();
	const [places, tried] = [column(Int32Array), column(Int32Array)];
	const [chained, nexts] = [column(Int32Array), column(Int32Array)];
	const heads = openTable();
	let rows = 0;
	const compareWith = (other: number, sketch: Int32Array, place: number): void => {
		if (tried.at(other) === rows) return;
		tried.set(other, rows);
		if (likeness(sketches.at(other), sketch) >= nearFrom) onNear(places.at(other), place);
	};
	return {
		add(sketch: Int32Array | undefined, place: number): void {
			if (!sketch) return;
			sketches.add(sketch);
			places.push(place);
			tried.push(-1);
			for (let key = 0; key < keysOfRow && key < sketch.length; key += 1) {
				const head = heads.get(sketch[key] as number);
				let count = 0;
				for (let link = head; link >= 0 && count < mostUnderKey; link = nexts.at(link)) {
					compareWith(chained.at(link), sketch, place);
					count += 1;
				}
				heads.set(sketch[key] as number, chained.length());
				chained.push(rows);
				nexts.push(head);
			}
			rows += 1;
		},
		count: () => rows,
	};
}

/** The share of common shingles: the smallest of both together, of which some are in both. */
export function likeness(one: Int32Array, other: Int32Array): number {
	let [first, second, common, seen] = [0, 0, 0, 0];
	while (seen < sketchSize && first < one.length && second < other.length) {
		const left = one[first] as number;
		const right = other[second] as number;
		seen += 1;
		if (left === right) common += 1;
		if (left <= right) first += 1;
		if (right <= left) second += 1;
	}
	const rest = Math.max(one.length - first, other.length - second, 0);
	return common / Math.max(1, Math.min(sketchSize, seen + rest));
}
