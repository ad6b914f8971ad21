/** What is kept of a row: its hashes, its layout, and what can be said of it. */
import { mostDepth } from "../../limits.ts";
import type { Example } from "../layouts/layout.ts";
import { layoutPlaceOf, layouts } from "../layouts/layouts.ts";
import type { DataRow, RowFault } from "../reading/data-file.ts";
import { type Fields, isRecord } from "../record.ts";
import { hash, tooDeep } from "./hash.ts";

export interface ReadRow {
	row: Fields;
	layout: number;
	example: Example;
	rowHash: number;
	/** 0 where the row has no input of its own. */
	inputHash: number;
	answerHash: number;
}

export function readExample({ value, fault }: DataRow): ReadRow | { fault: RowFault } {
	if (fault) return { fault };
	if (!isRecord(value)) return { fault: "not-an-object" };
	try {
		// First, since what reads examples may not meet values without an end.
		const rowHash = hash(value, mostDepth);
		const layout = layoutPlaceOf(value);
		const example = (layouts[layout] as (typeof layouts)[number]).read(value);
		const { input, answer } = example;
		const inputHash = input === undefined ? 0 : hash(input, mostDepth);
		return { row: value, layout, example, rowHash, inputHash, answerHash: hash(answer, mostDepth) };
	} catch (error) {
		if (error === tooDeep) return { fault: "too-deep" };
		throw error;
	}
}
