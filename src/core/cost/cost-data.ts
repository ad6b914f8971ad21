import type { CostComparison } from "./compare-costs.ts";
import type { CostData } from "./cost-json.ts";
import { tidyNumbers } from "./tidy-numbers.ts";

/** A comparison without its formulas: they are many, and only `--explain` prints them. */
export const dataOf = ({ ways, payback, savings, retrieval, ...rest }: CostComparison): CostData =>
	tidyNumbers({
		...rest,
		ways: ways.map(withoutFormulas),
		payback: payback && withoutFormulas(payback),
		retrieval: retrieval && withoutFormulas(retrieval),
		savings: savings.map(withoutFormulas),
	});

const withoutFormulas = <Part extends { formulas: unknown }>({
	formulas: _,
	...part
}: Part): Omit<Part, "formulas"> => part;
