/** What the parts of a rule set are compiled against, and how each complains of names that do not exist. */
import { allCells, type Domain } from "../answers/domain.ts";
import { didYouMean } from "../answers/nearest-word.ts";
import { giveUp } from "../budget.ts";
import { mostProblems } from "../limits.ts";
import type { Place, Problem } from "../problems.ts";
import type { ParseContext } from "./clauses.ts";
import type { Merged } from "./merge.ts";
import type { Grounds } from "./rule-set.ts";

export interface CompileContext extends ParseContext {
	locate: Merged["locate"];
	/** Complains when a row or source does not exist. */
	checkGrounds(grounds: Omit<Grounds, "because">, name: string[]): void;
	/** Complains about sources that do not exist, in the part called `name` or deeper in it. */
	checkSources(
		sources: readonly string[] | undefined,
		name: string[],
		...path: PropertyKey[]
	): void;
	/** Complains when a sentence names a fact that does not exist. */
	checkText(text: string, at: Place): void;
}

/** Gives up the work of `within` at the last problem that is told. */
export function contextOf(
	{ value, locate }: Merged,
	domains: Domain[],
	problems: Problem[],
): CompileContext {
	const { questions = {}, computed = {}, evidence = {}, words = {} } = value;
	const rows = value.lecture?.table ?? {};
	const complain = (message: string, at: Place, hint?: string) => {
		problems.push({ code: "bad-rule", message, at, ...(hint && { hint }) });
		if (problems.length >= mostProblems) giveUp();
	};
	const checkSources: CompileContext["checkSources"] = (sources = [], name, ...path) => {
		for (const [index, source] of sources.entries())
			if (!Object.hasOwn(evidence, source))
				complain(
					`There is no evidence entry ${source}.${didYouMean(source, Object.keys(evidence))}`,
					locate(name, ...path, "sources", index),
				);
	};
	return {
		questions,
		domains: new Map(domains.map((domain, fact) => [domain.fact, { fact, domain }])),
		full: domains.map(allCells),
		definitions: words,
		words: new Map(),
		sizes: new Map(),
		locate,
		complain,
		checkSources,
		checkGrounds({ row, sources }, name) {
			if (!Object.hasOwn(rows, row))
				complain(
					`The lecture's table has no row ${row}. Its rows are ${Object.keys(rows).join(", ")}.`,
					locate(name, "row"),
				);
			checkSources(sources, name);
		},
		checkText(text, at) {
			for (const [, fact = ""] of text.matchAll(/\{([^{}]*)\}/g))
				if (!Object.hasOwn(questions, fact) && !Object.hasOwn(computed, fact))
					complain(`{${fact}} is not a fact.`, at);
		},
	};
}
