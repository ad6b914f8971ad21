/** A few numbers a row, in lists that grow: so much is kept of a file of any size. */

type Numbers = Float64Array | Uint32Array | Int32Array | Uint8Array;

/** Reads like a list, in parts: one list of a million rows would need its memory twice while it is made. */
export interface Numbered {
	at(place: number): number;
	length(): number;
}

export interface Column<List> extends Numbered {
	push(value: number): void;
	set(place: number, value: number): void;
	/** All that was pushed; the column is empty then, since its memory would be needed twice. */
	take(): List;
}

/** Items that are added at once: a list that grows by half would leave its older forms as waste. */
const bitsOfChunk = 15;
const chunkSize = 1 << bitsOfChunk;

export function column<List extends Numbers>(make: new (size: number) => List): Column<List> {
	const chunks: List[] = [];
	let length = 0;
	return {
		push(value) {
			const place = length % chunkSize;
			if (place === 0) chunks.push(new make(chunkSize));
			(chunks[chunks.length - 1] as List)[place] = value;
			length += 1;
		},
		at: (place) => chunks[place >> bitsOfChunk]?.[place & (chunkSize - 1)] as number,
		set(place, value) {
			const chunk = chunks[place >> bitsOfChunk];
			if (chunk) chunk[place & (chunkSize - 1)] = value;
		},
		length: () => length,
		take() {
			const list = new make(length);
			for (let begin = 0; begin < length; begin += chunkSize) {
				const chunk = chunks[begin / chunkSize] as List;
				list.set(chunk.subarray(0, Math.min(chunkSize, length - begin)), begin);
			}
			chunks.length = 0;
			length = 0;
			return list;
		},
	};
}

/** Used by one look after the other: the largest would otherwise be needed several times. */
let table = new Uint32Array(16);

/** For each place the first one with an equal hash. */
export function firstsOf(hashOf: (place: number) => number, length: number): Uint32Array {
	const firsts = new Uint32Array(length);
	let size = 16;
	while (size < 2 * length) size *= 2;
	// Places by hash, from 1; a Map would take five times the memory.
	if (table.length === size) table.fill(0);
	else table = new Uint32Array(size);
	for (let place = 0; place < length; place += 1) {
		const hash = hashOf(place);
		let slot = (hash >>> 0) & (size - 1);
		let there = table[slot] as number;
		while (there > 0 && hashOf(there - 1) !== hash) {
			slot = (slot + 1) & (size - 1);
			there = table[slot] as number;
		}
		if (there === 0) table[slot] = place + 1;
		firsts[place] = there === 0 ? place : there - 1;
	}
	return firsts;
}
