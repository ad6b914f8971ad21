/** A contradiction, with the facts that it names. */
import { didYouMean } from "../answers/nearest-word.ts";
import { parseCondition } from "./clauses.ts";
import type { CompileContext } from "./compile-context.ts";
import type { Contradiction } from "./contradiction.ts";
import { factsOf } from "./formula.ts";
import type { CompiledContradiction } from "./rule-set.ts";

export function compileContradiction(
	id: string,
	contradiction: Contradiction,
	context: CompileContext,
): CompiledContradiction {
	const locate = (...path: PropertyKey[]) => context.locate(["contradictions", id], ...path);
	const condition = parseCondition(contradiction, context, locate);
	const { says, amounts, model, provider } = contradiction;
	const ids = [...context.domains.keys()];
	const named = [
		...factsOf(condition).map((fact) => ids[fact] as string),
		...(amounts ? [amounts.of, ...(amounts.per ?? [])] : []),
		...(model ? ["model"] : []),
		...(provider ? ["provider"] : []),
	];
	for (const fact of named)
		if (!context.domains.has(fact))
			context.complain(`There is no fact ${fact}.${didYouMean(fact, ids)}`, locate());
	context.checkText(says, locate());
	return {
		id,
		facts: [...new Set(named)],
		says,
		condition,
		...(amounts && { amounts }),
		...(model && { model }),
		...(provider && { provider }),
	};
}
