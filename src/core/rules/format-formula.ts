/** A condition for people: `examples is at least 500, and data-quality is curated`. */
import { allCells, type Domain, formatCells } from "../answers/domain.ts";
import { all, always, any, type Formula, never } from "./formula.ts";

type Domains = readonly Domain[];

export const formatFormula = (formula: Formula, domains: Domains): string =>
	format(simplify(formula, domains), domains);

function format(formula: Formula, domains: Domains): string {
	if (formula.kind === "in") {
		const domain = domains[formula.fact] as Domain;
		return `${domain.fact} ${formula.presumed ? "may be" : "is"} ${formatCells(domain, formula.cells)}`;
	}
	if (formula.of.length === 0) return formula.kind === "all" ? "always" : "never";
	const parts = formula.of.map((part) => {
		const text = format(part, domains);
		return part.kind === "in" ? text : `(${text})`;
	});
	return parts.join(formula.kind === "all" ? ", and " : ", or ");
}

/** The same without parts that change nothing: "a, and always" is a, and "(a, and b), and c" needs no brackets. */
function simplify(formula: Formula, domains: Domains): Formula {
	if (formula.kind === "in") {
		if (formula.cells === 0) return never;
		return formula.cells === allCells(domains[formula.fact] as Domain) ? always : formula;
	}
	const { kind } = formula;
	const of = formula.of
		.map((part) => simplify(part, domains))
		.flatMap((part) => (part.kind === kind ? part.of : [part]));
	const isSettled = of.some((part) => part.kind !== "in" && part.of.length === 0);
	if (kind === "all") return isSettled ? never : all(of);
	return isSettled ? always : any(of);
}
