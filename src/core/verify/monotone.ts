/** Whether more of something ever lowers a sum: the worst step over all answers. */
import { type Budget, spend } from "../budget.ts";
import { type Diagram, OPEN } from "../diagram/diagram.ts";
import { type FoundCells, type Parents, parentsOf } from "../diagram/search.ts";

/** To look a pair of nodes up, and note it, takes about as long as to go along so many edges. */
const stepsOfPair = 30;

interface Loss {
	/** Points lost by going from the one cell to the other; the most over all answers. */
	points: number;
	/** Answers to the other facts where it is so. */
	found: FoundCells;
}

/** The most that is lost when the fact of `level` goes from one cell to another; undefined when nothing ever is. */
export function greatestLoss(
	diagram: Diagram,
	{ level, from, to }: { level: number; from: number; to: number },
	budget: Budget,
): Loss | undefined {
	spend(budget, diagram.child.length);
	const gaps = makeLeastGaps(diagram, budget);
	const parents = parentsOf(diagram);
	let worst = { gain: 0, node: 0 };
	for (let node = OPEN + 1; node < diagram.level.length; node += 1) {
		if (diagram.level[node] !== level || !parents.has(node)) continue;
		const gain =
			gained(diagram, node, to) -
			gained(diagram, node, from) +
			gaps.least(...ends(diagram, node, from, to));
		if (gain < worst.gain) worst = { gain, node };
	}
	if (worst.gain === 0) return undefined;
	const found = wayTo(parents, worst.node);
	gaps.follow(...ends(diagram, worst.node, from, to), found);
	return { points: -worst.gain, found };
}

const gained = (diagram: Diagram, node: number, cell: number): number =>
	diagram.points[(diagram.first[node] as number) + cell] as number;
const childOf = (diagram: Diagram, node: number, cell: number): number =>
	diagram.child[(diagram.first[node] as number) + cell] as number;
const ends = (diagram: Diagram, node: number, from: number, to: number): [number, number] => [
	childOf(diagram, node, from),
	childOf(diagram, node, to),
];

/** Least points that `upper` brings above `lower`, over the same answers below both. */
function makeLeastGaps(diagram: Diagram, budget: Budget) {
	const known = new Map<number, number>();
	const nodes = diagram.level.length;
	const topOf = (lower: number, upper: number) =>
		Math.min(diagram.level[lower] as number, diagram.level[upper] as number);
	const down = (node: number, level: number, cell: number): [number, number] =>
		diagram.level[node] === level
			? [childOf(diagram, node, cell), gained(diagram, node, cell)]
			: [node, 0];
	const through = (lower: number, upper: number, cell: number) => {
		const level = topOf(lower, upper);
		const [below, lost] = down(lower, level, cell);
		const [above, won] = down(upper, level, cell);
		return { below, above, gap: won - lost };
	};
	const least = (lower: number, upper: number): number => {
		if (lower === upper || (lower <= OPEN && upper <= OPEN)) return 0;
		const key = lower * nodes + upper;
		const seen = known.get(key);
		if (seen !== undefined) return seen;
		spend(budget, stepsOfPair);
		let worst = Number.POSITIVE_INFINITY;
		for (let cell = 0; cell < (diagram.sizes[topOf(lower, upper)] as number); cell += 1) {
			const { below, above, gap } = through(lower, upper, cell);
			worst = Math.min(worst, gap + least(below, above));
		}
		known.set(key, worst);
		return worst;
	};
	/** Notes the answers that give the least gap. */
	const follow = (lower: number, upper: number, found: Map<number, number>): void => {
		if (lower === upper || (lower <= OPEN && upper <= OPEN)) return;
		const level = topOf(lower, upper);
		const wanted = least(lower, upper);
		for (let cell = 0; cell < (diagram.sizes[level] as number); cell += 1) {
			const { below, above, gap } = through(lower, upper, cell);
			if (gap + least(below, above) !== wanted) continue;
			found.set(level, cell);
			follow(below, above, found);
			return;
		}
	};
	return { least, follow };
}

/** Answers that lead from the root to a node. */
function wayTo(parents: Parents, node: number): Map<number, number> {
	const way = new Map<number, number>();
	for (let parent = parents.get(node); parent; parent = parents.get(parent.node))
		way.set(parent.level, parent.cell);
	return way;
}
