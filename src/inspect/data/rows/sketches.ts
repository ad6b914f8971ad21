/**
 * Rows that are almost alike. Of each row the smallest 64 hashes of its shingles are kept (a bottom-k
 * sketch: Broder 1997, "On the resemblance and containment of documents"), which tell what share of
 * their shingles two rows have in common: exactly for up to 64 shingles, and within some points beyond.
 */

/** Two rows are near duplicates from this share of common shingles on. */
export const nearFrom = 0.8;
const sketchSize = 64;
/** Rows are compared that share one of so many of their smallest hashes. */
const keysOfRow = 8;
/** Rows under one key that are compared: a key that many share tells little. */
const mostUnderKey = 16;
/** Rows that are sketched: each takes about 300 bytes. */
export const mostSketched = 200_000;
/** Fewer shingles tell nothing: "What is the capital of France?" has four. */
const leastShingles = 5;

export interface Sketches {
	/** @param place the row's place among all rows */
	add(shingles: Uint32Array, place: number): void;
	/** Pairs of places that are near, each of them found once; only with places below `limit` on the left. */
	near(found: (earlier: number, later: number) => void): void;
	count(): number;
}

/** What many rows have is their template, and says nothing of a row. */
const templateShare = 0.2;
const leastOfTemplate = 5;
/** Rows from which the template is learned. */
const rowsOfTemplate = 500;

export function openSketches(onNear: (earlier: number, later: number) => void) {
	const waiting: { shingles: Uint32Array; place: number }[] = [];
	let template: Set<number> | undefined;
	const index = openIndex(onNear);
	const settle = () => {
		template = templateOf(waiting.map(({ shingles }) => shingles));
		for (const { shingles, place } of waiting) index.add(sketchOf(shingles, template), place);
		waiting.length = 0;
	};
	return {
		add(shingles: Uint32Array, place: number): void {
			if (index.count() >= mostSketched) return;
			if (template) index.add(sketchOf(shingles, template), place);
			else if (waiting.push({ shingles, place }) >= rowsOfTemplate) settle();
		},
		end(): void {
			if (!template) settle();
		},
		count: index.count,
	};
}

function templateOf(rows: readonly Uint32Array[]): Set<number> {
	const counts = new Map<number, number>();
	for (const shingles of rows)
		for (const shingle of new Set(shingles)) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
	const most = Math.max(leastOfTemplate, templateShare * rows.length);
	return new Set([...counts].filter(([, count]) => count >= most).map(([shingle]) => shingle));
}

/** Sorted and without repeats; undefined where too little is left. */
function sketchOf(shingles: Uint32Array, template: ReadonlySet<number>): Uint32Array | undefined {
	const own = template.size > 0 ? shingles.filter((shingle) => !template.has(shingle)) : shingles;
	const sorted = Uint32Array.from(own).sort();
	const sketch = new Uint32Array(Math.min(sketchSize, sorted.length));
	let length = 0;
	for (let at = 0; at < sorted.length && length < sketchSize; at += 1) {
		if (at > 0 && sorted[at] === sorted[at - 1]) continue;
		sketch[length] = sorted[at] as number;
		length += 1;
	}
	return length < leastShingles ? undefined : sketch.subarray(0, length);
}

function openIndex(onNear: (earlier: number, later: number) => void) {
	const sketches: Uint32Array[] = [];
	const places: number[] = [];
	const byKey = new Map<number, number[]>();
	const add = (sketch: Uint32Array | undefined, place: number) => {
		if (!sketch) return;
		const id = sketches.push(sketch) - 1;
		places.push(place);
		const tried = new Set<number>();
		for (const key of sketch.subarray(0, keysOfRow)) {
			const others = byKey.get(key);
			if (!others) {
				byKey.set(key, [id]);
				continue;
			}
			for (const other of others) {
				if (tried.has(other)) continue;
				tried.add(other);
				if (likeness(sketches[other] as Uint32Array, sketch) >= nearFrom)
					onNear(places[other] as number, place);
			}
			if (others.length < mostUnderKey) others.push(id);
		}
	};
	return { add, count: () => sketches.length };
}

/** The share of common shingles: the smallest of both together, of which some are in both. */
export function likeness(one: Uint32Array, other: Uint32Array): number {
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
