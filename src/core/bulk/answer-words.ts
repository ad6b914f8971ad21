/** Answers as words of a program, to be filled in one by one, with a completion towards each side. */

import { type Cells, isSingle, listCells } from "../answers/domain.ts";
import type { Diagram } from "../diagram/diagram.ts";
import { nodeRanges } from "../diagram/ranges.ts";
import { type RangesByCell, rangesByCell } from "../diagram/ranges-by-cell.ts";
import { fullCells, type RuleSet } from "../rules/rule-set.ts";
import type { Layout } from "./program.ts";

export interface AnswerWords {
	/** The answers, then the completion towards fine-tuning, then the one towards prompts. */
	words: Int32Array;
	forget(): void;
	/** What a fact may still be; a fact that is not told may be anything. */
	tell(fact: number, cells: Cells): void;
	/** The cells that are still possible, by fact number. */
	cells(): Cells[];
}

/** @param joint tells which cell of a fact leads furthest to which side */
export function makeAnswerWords(
	rules: RuleSet,
	{ fields, words: width }: Layout,
	joint: Diagram,
): AnswerWords {
	const full = fullCells(rules);
	const [upward, downward] = cellsToSides(joint, full);
	const words = new Int32Array(3 * width);
	// In flat arrays: this is done for every answer of a million lines.
	const wordOf = Int32Array.from(fields, ({ word }) => word);
	const shiftOf = Int32Array.from(fields, ({ shift }) => shift);
	const others = Int32Array.from(fields, ({ bits }) => ~bits);
	const put = (place: number, fact: number, cells: Cells): void => {
		words[place] =
			((words[place] as number) & (others[fact] as number)) | (cells << (shiftOf[fact] as number));
	};
	const tell = (fact: number, cells: Cells): void => {
		const word = wordOf[fact] as number;
		const isOne = isSingle(cells);
		put(word, fact, cells);
		put(word + width, fact, isOne ? cells : firstOf(upward[fact] as Cells[], cells));
		put(word + 2 * width, fact, isOne ? cells : firstOf(downward[fact] as Cells[], cells));
	};
	for (const [fact, cells] of full.entries()) tell(fact, cells);
	const nothing = words.slice();
	return {
		words,
		tell,
		forget() {
			for (let word = 0; word < nothing.length; word += 1) words[word] = nothing[word] as number;
		},
		cells: () => fields.map(({ word, shift, bits }) => ((words[word] as number) & bits) >>> shift),
	};
}

const firstOf = (order: readonly Cells[], among: Cells): Cells =>
	order.find((cell) => cell & among) as Cells;

/** By fact: its cells, one by one, those first that leave the total furthest to a side. */
function cellsToSides(joint: Diagram, full: readonly Cells[]): [up: Cells[][], down: Cells[][]] {
	const rangesAt = rangesByCell(joint, full, nodeRanges(joint, full));
	const sorted = (endsOf: (ranges: ReturnType<RangesByCell>) => number[]) =>
		full.map((all, fact) => {
			const level = joint.order.indexOf(fact);
			return listCells(all)
				.map((cell) => ({ cell: 1 << cell, ends: endsOf(rangesAt(level, cell)) }))
				.sort((a, b) => compare(a.ends, b.ends))
				.map(({ cell }) => cell);
		});
	return [
		// With every gate open on the way to fine-tuning; a closed one is as good for the other side.
		sorted(({ open }) => [-open.max, -open.min]),
		sorted(({ open, closed }) => [Math.min(open.min, closed.min), Math.max(open.max, closed.max)]),
	];
}

function compare(a: readonly number[], b: readonly number[]): number {
	const place = a.findIndex((value, index) => value !== b[index]);
	return place < 0 ? 0 : (a[place] as number) < (b[place] as number) ? -1 : 1;
}
