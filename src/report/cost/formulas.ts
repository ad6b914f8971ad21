import { uncapital } from "../../core/answers/format-answer.ts";
import type { CostComparison } from "../../core/cost/compare-costs.ts";
import { type Explained, explain } from "../../core/cost/formula.ts";
import { wayNames } from "./names.ts";

interface FormulaPart {
	id: string;
	title: string;
	formulas: Explained[];
}

/** Every formula that was applied, with its numbers: by way, what the prompted ways save, and the payback. */
export const formulasOf = ({
	ways,
	savings,
	payback,
	retrieval,
}: CostComparison): FormulaPart[] => [
	...ways.map(({ id, formulas }) => ({
		id,
		title: `Formulas: ${uncapital(wayNames[id])}`,
		formulas: formulas.map(explain),
	})),
	...savings.map(({ way, formulas }) => ({
		id: `saving-${way}`,
		title: `Formulas: what it saves, ${uncapital(wayNames[way])}`,
		formulas: formulas.map(explain),
	})),
	...(retrieval
		? [
				{
					id: "retrieval",
					title: "Formulas: retrieval",
					formulas: retrieval.formulas.map(explain),
				},
			]
		: []),
	...(payback
		? [
				{
					id: "payback",
					title: `Formulas: months until it pays back, ${uncapital(wayNames[payback.way])}`,
					formulas: payback.formulas.map(explain),
				},
			]
		: []),
];
