/** Gives every list of numbers a number of its own; equal lists get the same one. */

/**
 * The function numbers lists 0, 1, 2 and so on as new ones come; they are kept, not copied.
 * A Map would need a string for each list, which takes longer than all the rest of a build.
 */
export function makeNumbering(): (list: number[]) => number {
	const lists: number[][] = [];
	let slots = new Int32Array(256).fill(-1);

	const grow = (): void => {
		slots = new Int32Array(slots.length * 2).fill(-1);
		for (const [number, list] of lists.entries()) slots[slotOf(list)] = number;
	};

	/** Where a list is, or belongs. */
	const slotOf = (list: readonly number[]): number => {
		const last = slots.length - 1;
		let slot = hash(list) & last;
		while (slots[slot] !== -1 && !isEqual(lists[slots[slot] as number] as number[], list))
			slot = (slot + 1) & last;
		return slot;
	};

	return (list) => {
		const slot = slotOf(list);
		const known = slots[slot] as number;
		if (known !== -1) return known;
		slots[slot] = lists.length;
		const number = lists.push(list) - 1;
		if (lists.length * 2 > slots.length) grow();
		return number;
	};
}

function hash(list: readonly number[]): number {
	let mixed = list.length;
	for (let place = 0; place < list.length; place += 1)
		mixed = Math.imul(mixed ^ (list[place] as number), 0x9e3779b1) ^ (mixed >>> 15);
	return mixed ^ (mixed >>> 13);
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
	if (a.length !== b.length) return false;
	for (let place = 0; place < a.length; place += 1) if (a[place] !== b[place]) return false;
	return true;
}
