/** A condition for people: `examples is at least 500, and data-quality is curated`. */
import { type Domain, formatCells } from "../answers/domain.ts";
import type { Formula } from "./formula.ts";

export function formatFormula(formula: Formula, domains: readonly Domain[]): string {
	if (formula.kind === "in") {
		const domain = domains[formula.fact] as Domain;
		const verb = formula.presumed ? "may be" : "is";
		return `${domain.fact} ${verb} ${formatCells(domain, formula.cells) || "nothing"}`;
	}
	if (formula.of.length === 0) return formula.kind === "all" ? "always" : "never";
	const parts = formula.of.map((part) => {
		const text = formatFormula(part, domains);
		return part.kind === "in" || part.of.length < 2 ? text : `(${text})`;
	});
	return parts.join(formula.kind === "all" ? ", and " : ", or ");
}
