/** A few numbers a row, in lists that grow: so much is kept of a file of any size. */

type Numbers = Float64Array | Uint32Array | Int32Array | Uint8Array;

export interface Column<List> {
	push(value: number): void;
	at(place: number): number;
	set(place: number, value: number): void;
	length(): number;
	/** All that was pushed, or a part of it. */
	values(from?: number, to?: number): List;
}

const first = 1024;
/** Half as much again: twice would leave half of the memory unused. */
const growth = 1.5;

export function column<List extends Numbers>(make: new (size: number) => List): Column<List> {
	let list = new make(first);
	let length = 0;
	return {
		push(value) {
			if (length === list.length) {
				const longer = new make(Math.ceil(growth * length));
				longer.set(list);
				list = longer;
			}
			list[length] = value;
			length += 1;
		},
		at: (place) => list[place] as number,
		set(place, value) {
			list[place] = value;
		},
		length: () => length,
		values: (from = 0, to = length) => list.subarray(from, to) as List,
	};
}

/** For each place the first one with an equal hash. */
export function firstsOf(hashes: Float64Array): Uint32Array {
	const firsts = new Uint32Array(hashes.length);
	let size = 16;
	while (size < 2 * hashes.length) size *= 2;
	// Places by hash, from 1; a Map would take five times the memory.
	const table = new Uint32Array(size);
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
