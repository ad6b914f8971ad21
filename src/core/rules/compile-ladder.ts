/** A ladder becomes a step for every cell; gaps and overlaps are errors. */

import { formatCells, sizeOf } from "../answers/domain.ts";
import { parseTest } from "./clauses.ts";
import type { CompileContext } from "./compile-context.ts";
import type { Ladder } from "./rule-file.ts";
import type { CompiledLadder } from "./rule-set.ts";

export function compileLadder(
	score: string,
	fact: string,
	ladder: Ladder,
	context: CompileContext,
): CompiledLadder | undefined {
	const name = ["scores", score, "ladders", fact];
	const at = context.locate(name);
	const known = context.domains.get(fact);
	if (!known) {
		context.complain(`There is no fact ${fact}.`, at);
		return undefined;
	}
	context.checkGrounds(ladder, name);
	const stepOf: number[] = new Array(sizeOf(known.domain)).fill(-1);
	const steps = Object.entries(ladder.steps).map(([label, step], number) => {
		const place = context.locate(name, "steps", label);
		context.checkText(step.because, place);
		const cells = parseTest(label, known.domain, context, place);
		for (const cell of stepOf.keys()) {
			if (!(cells & (1 << cell))) continue;
			if (stepOf[cell] !== -1)
				context.complain(
					`${score}: the ladder for ${fact} has two steps for ${formatCells(known.domain, 1 << cell)}.`,
					place,
				);
			stepOf[cell] = number;
		}
		return { label, ...step };
	});
	const missing = stepOf.reduce((cells, step, cell) => (step < 0 ? cells | (1 << cell) : cells), 0);
	if (missing !== 0)
		context.complain(
			`${score}: the ladder for ${fact} has no step for ${formatCells(known.domain, missing)}.`,
			at,
		);
	const { row, sources } = ladder;
	return { id: `${score}.${fact}`, fact: known.fact, stepOf, steps, row, sources, at };
}
