/** How often each of a few labels is the answer. */

export interface Balance {
	rows: number;
	/** Of the most common label. */
	share: number;
	labels: { label: string; count: number }[];
}

/** Labels are answers of which there are few: each stands for several rows. */
export function balanceOf(labels: ReadonlyMap<string, number> | undefined): Balance | undefined {
	if (!labels || labels.size < 2) return undefined;
	const counts = [...labels].map(([label, count]) => ({ label, count }));
	counts.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
	const rows = counts.reduce((sum, { count }) => sum + count, 0);
	if (rows < 3 * counts.length) return undefined;
	return { rows, share: (counts[0]?.count ?? 0) / rows, labels: counts };
}
