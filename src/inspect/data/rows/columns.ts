/** A few numbers a row, in lists that grow: so much is kept of a file of any size. */

type Numbers = Float64Array | Uint32Array | Int32Array | Uint8Array;

export interface Column<List> {
	push(value: number): void;
	at(place: number): number;
	set(place: number, value: number): void;
	length(): number;
	/** All that was pushed; the column is empty then, since its memory would be needed twice. */
	take(): List;
}

/** Items that are added at once: a list that grows by half would leave its older forms as waste. */
const chunkSize = 32_768;

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
		at: (place) => chunks[Math.floor(place / chunkSize)]?.[place % chunkSize] as number,
		set(place, value) {
			const chunk = chunks[Math.floor(place / chunkSize)];
			if (chunk) chunk[place % chunkSize] = value;
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
export function firstsOf(hashes: Float64Array): Uint32Array {
	const firsts = new Uint32Array(hashes.length);
	let size = 16;
	while (size < 2 * hashes.length) size *= 2;
	// Places by hash, from 1; a Map would take five times the memory.
	if (table.length === size) table.fill(0);
	else table = new Uint32Array(size);
	for (let place = 0; place < hashes.length; place += 1) {
		const hash = hashes[place] as number;
		let slot = (hash >>> 0) & (size - 1);
		let there = table[slot] as number;
		while (there > 0 && hashes[there - 1] !== hash) {
			slot = (slot + 1) & (size - 1);
			there = table[slot] as number;
		}
		if (there === 0) table[slot] = place + 1;
		firsts[place] = there === 0 ? place : there - 1;
	}
	return firsts;
}
