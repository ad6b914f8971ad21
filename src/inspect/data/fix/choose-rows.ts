/** Which rows a clean set keeps, and why it leaves out the others. */
import { balanceOf } from "../findings/balance.ts";
import type { Measures } from "../findings/measures.ts";
import { hasMark } from "../layouts/marks.ts";
import { hashText } from "../rows/hash.ts";
import type { Survey } from "../rows/survey.ts";
import type { Obstacle } from "./convert.ts";

export type LeftOut =
	| "not readable"
	| "incomplete"
	| "repeated"
	| "almost the same"
	| "contradicting"
	| "also in the validation set"
	| "with a key or token"
	| "refused by the provider"
	| Obstacle;

export const [leftOut, train, validation] = [0, 1, 2];

export interface Choice {
	/** For each training row that could be read: left out, to train or to validate with. */
	sets: Uint8Array;
	leftOut: Map<LeftOut, number>;
}

export function chooseRows(survey: Survey, measures: Measures, share: number): Choice {
	const { trainRows } = survey;
	const choice: Choice = { sets: new Uint8Array(trainRows), leftOut: new Map() };
	const broken = survey.faults.reduce((sum, { count }) => sum + count, 0);
	if (broken > 0) choice.leftOut.set("not readable", broken);
	const reasonOf = reasonsFor(survey, measures);
	for (let row = 0; row < trainRows; row += 1) {
		const reason = reasonOf(row);
		if (reason) leaveOut(choice, row, reason);
		else choice.sets[row] = train;
	}
	if (share > 0) split(choice.sets, survey, share);
	return choice;
}

export function leaveOut({ sets, leftOut: counts }: Choice, row: number, why: LeftOut): void {
	sets[row] = leftOut;
	counts.set(why, (counts.get(why) ?? 0) + 1);
}

function reasonsFor(survey: Survey, measures: Measures): (row: number) => LeftOut | undefined {
	const { columns, trainRows } = survey;
	const { isComplete, firsts, format } = measures;
	const near = new Set(measures.near);
	const isPlain = !["preference", "judged"].includes(format.kind);
	const groups = isPlain ? measures.sameInput : [];
	const contradicting = new Set(
		groups.filter(({ kind }) => kind === "contradiction").flatMap(({ rows }) => rows),
	);
	// Of wordings of one answer the first is kept.
	const further = new Set(
		groups.filter(({ kind }) => kind !== "contradiction").flatMap(({ rows }) => rows.slice(1)),
	);
	const [heldInputs, heldRows] = [new Set<number>(), new Set<number>()];
	for (let row = trainRows; row < columns.rowHash.length(); row += 1) {
		heldInputs.add(columns.inputHash.at(row));
		heldRows.add(columns.rowHash.at(row));
	}
	heldInputs.delete(0);
	const kept = new Set<number>();
	return (row) => {
		if (!isComplete(row)) return "incomplete";
		if (heldInputs.has(columns.inputHash.at(row)) || heldRows.has(columns.rowHash.at(row)))
			return "also in the validation set";
		if (hasMark(columns.marks.at(row), "secret")) return "with a key or token";
		if (contradicting.has(row)) return "contradicting";
		const first = firsts[row] as number;
		if (kept.has(first)) return "repeated";
		kept.add(first);
		return near.has(row) || further.has(row) ? "almost the same" : undefined;
	};
}

/**
 * Moves a share of the rows to the validation set: the same rows each time, the same share of each label,
 * and rows of one input together.
 */
function split(sets: Uint8Array, { columns, labels }: Survey, share: number): void {
	const isOfLabels = balanceOf(labels) !== undefined;
	const strata = new Map<number, Map<number, number[]>>();
	for (let row = 0; row < sets.length; row += 1) {
		if (sets[row] !== train) continue;
		const label = isOfLabels ? columns.answerHash.at(row) : 0;
		const inputs = strata.get(label) ?? new Map<number, number[]>();
		strata.set(label, inputs);
		const input = columns.inputHash.at(row) || columns.rowHash.at(row);
		inputs.set(input, [...(inputs.get(input) ?? []), row]);
	}
	const taken = new Set<number>();
	for (const inputs of strata.values()) {
		const order = [...inputs.keys()].sort((a, b) => chanceOf(a) - chanceOf(b) || a - b);
		for (const input of order.slice(0, Math.round(share * order.length))) taken.add(input);
	}
	for (const inputs of strata.values())
		for (const [input, rows] of inputs)
			if (taken.has(input)) for (const row of rows) sets[row] = validation;
}

/** A fixed seed: two runs split alike. */
const chanceOf = (hash: number): number => hashText(String(hash), 2026);
