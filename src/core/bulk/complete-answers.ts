/** Answers as words of a program: as they stand, and completed towards each side. */

import { type Cells, isSingle, listCells } from "../answers/domain.ts";
import type { Diagram } from "../diagram/diagram.ts";
import { nodeRanges, type Range } from "../diagram/ranges.ts";
import { rangesByCell } from "../diagram/ranges-by-cell.ts";
import { fullCells, type RuleSet } from "../rules/rule-set.ts";
import type { Field, Layout } from "./program.ts";

/** Where in the words the answers begin, and each of their completions. */
export const placesOfWords = ({ words }: Layout) => ({
	known: 0,
	towardTuning: words,
	towardPrompts: 2 * words,
	size: 3 * words,
});

/**
 * The function takes the cells that are still possible, by fact number, and fills the words.
 * @param joint tells which cell of a fact leads furthest to which side
 */
export function makeFillWords(rules: RuleSet, layout: Layout, joint: Diagram) {
	const places = placesOfWords(layout);
	const { up, down } = cellsToSides(joint, fullCells(rules));
	return (masks: readonly Cells[], words: Int32Array): void => {
		words.fill(0);
		for (let fact = 0; fact < masks.length; fact += 1) {
			const cells = masks[fact] as Cells;
			const field = layout.fields[fact] as Field;
			put(words, places.known, field, cells);
			put(words, places.towardTuning, field, firstOf(up[fact] as Cells[], cells));
			put(words, places.towardPrompts, field, firstOf(down[fact] as Cells[], cells));
		}
	};
}

function put(words: Int32Array, from: number, { word, shift }: Field, cells: Cells): void {
	words[from + word] = (words[from + word] as number) | (cells << shift);
}

const firstOf = (order: readonly Cells[], among: Cells): Cells =>
	isSingle(among) ? among : (order.find((cell) => cell & among) as Cells);

/** By fact: its cells, one by one, those first that leave the total furthest to a side. */
function cellsToSides(joint: Diagram, full: readonly Cells[]): { up: Cells[][]; down: Cells[][] } {
	const rangesAt = rangesByCell(joint, full, nodeRanges(joint, full));
	const sorted = (endOf: (ends: { open: Range; closed: Range }) => number) =>
		full.map((all, fact) => {
			const level = joint.order.indexOf(fact);
			return listCells(all)
				.map((cell) => ({ cell: 1 << cell, end: endOf(rangesAt(level, cell)) }))
				.sort((a, b) => a.end - b.end)
				.map(({ cell }) => cell);
		});
	return {
		// With every gate open on the way to fine-tuning; a closed one is as good for the other side.
		up: sorted(({ open }) => -open.max),
		down: sorted(({ open, closed }) => Math.min(open.min, closed.min)),
	};
}
