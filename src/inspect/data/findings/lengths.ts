/** How long rows are: a count for each doubling. */
import type { Numbered } from "../rows/columns.ts";

export interface LengthBin {
	/** Characters of the input and the answer together. */
	from: number;
	to: number;
	rows: number;
}

export function lengthBins(characters: Numbered, end: number): LengthBin[] {
	const counts = new Map<number, number>();
	for (let row = 0; row < end; row += 1) {
		const length = characters.at(row);
		const power = length === 0 ? 0 : Math.floor(Math.log2(length));
		counts.set(power, (counts.get(power) ?? 0) + 1);
	}
	const powers = [...counts.keys()];
	if (powers.length === 0) return [];
	const [first, last] = [Math.min(...powers), Math.max(...powers)];
	return Array.from({ length: last - first + 1 }, (_, place) => {
		const power = first + place;
		return {
			from: power === 0 ? 0 : 2 ** power,
			to: 2 ** (power + 1) - 1,
			rows: counts.get(power) ?? 0,
		};
	});
}
