/** How alike two answers to one question are. */
import { allCells, type Cells, countCells, type Domain, firstCell } from "../answers/domain.ts";

/** 1 is the same, 0 as different as can be. Choices match or do not; numbers are the more alike the fewer cuts lie between them. */
export function likenessOf(domain: Domain, mine: Cells, theirs: Cells): number {
	if (mine === theirs) return 1;
	if ((mine & theirs) !== 0) return countCells(mine & theirs) / countCells(mine | theirs);
	if (domain.kind !== "number") return 0;
	const [low, high] = mine < theirs ? [mine, theirs] : [theirs, mine];
	const between = firstCell(high) - (31 - Math.clz32(low));
	return Math.max(0, 1 - between / (countCells(allCells(domain)) - 1)) / 2;
}
