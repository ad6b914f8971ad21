/** Things by a key of each, in the order in which the keys come first. `Map.groupBy` needs Node 21. */
export function grouped<Item>(
	items: Iterable<Item>,
	keyOf: (item: Item) => string,
): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		const before = groups.get(key);
		if (before) before.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
