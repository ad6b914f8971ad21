/** What is kept of a row: its hashes, its layout, and what can be said of it. */
import { mostDepth } from "../../limits.ts";
import type { Example } from "../layouts/layout.ts";
import { layoutPlaceOf, layouts } from "../layouts/layouts.ts";
import type { DataRow, RowFault } from "../reading/data-file.ts";
import { type Fields, isRecord } from "../record.ts";
import { combine, hasher } from "./hash.ts";

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
	if (isTooDeep(value, mostDepth)) return { fault: "too-deep" };
	const layout = layoutPlaceOf(value);
	const example = (layouts[layout] as (typeof layouts)[number]).read(value);
	const hash = hasher();
	const { input, answer } = example;
	const all = (parts: readonly unknown[]) =>
		parts.reduce((sum: number, part) => combine(sum, hash(part)), 3);
	return {
		row: value,
		layout,
		example,
		rowHash: hash(value),
		inputHash: input === undefined ? 0 : all(input),
		answerHash: all(answer),
	};
}

function isTooDeep(value: unknown, left: number): boolean {
	if (typeof value !== "object" || value === null) return false;
	if (left === 0) return true;
	for (const key in value)
		if (isTooDeep((value as Record<string, unknown>)[key], left - 1)) return true;
	return false;
}
