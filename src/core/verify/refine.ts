/** A rule set told in finer cells, or among other facts, so that it can be held against another one. */
import { type Cells, cellsWhere, type Domain, sizeOf } from "../answers/domain.ts";
import { mostCells } from "../limits.ts";
import type { Problem } from "../problems.ts";
import type { Formula } from "../rules/formula.ts";
import type { RuleSet } from "../rules/rule-set.ts";

/** Domains that both rule sets can be told in: all facts, all cuts, the values that both have. */
export function commonDomains(a: RuleSet, b: RuleSet): Domain[] {
	const others = new Map(b.domains.map((domain) => [domain.fact, domain]));
	const own = new Set(a.domains.map(({ fact }) => fact));
	return [
		...a.domains.map((domain) => joinDomains(domain, others.get(domain.fact))),
		...b.domains.filter(({ fact }) => !own.has(fact)),
	];
}

/** Facts of which the two rule sets cannot be told in common cells. */
export function findUnlikeFacts(a: RuleSet, b: RuleSet): Problem[] {
	return commonDomains(a, b).flatMap((domain): Problem[] => {
		const cells = sizeOf(domain);
		if (cells > 0 && cells <= mostCells) return [];
		const why =
			cells === 0
				? "have no value in common"
				: `cut it into ${cells} pieces together; at most ${mostCells} can be told apart`;
		return [
			{
				code: "unlike-facts",
				message: `The two rule sets cannot be compared by ${domain.fact}: they ${why}.`,
				hint: "Compare rule sets that ask alike.",
			},
		];
	});
}

function joinDomains(a: Domain, b: Domain | undefined): Domain {
	if (a.kind === "number" && b?.kind === "number") {
		const cuts = [...new Set([...a.cuts, ...b.cuts])].sort((x, y) => x - y);
		return { ...a, cuts, most: Math.min(a.most, b.most) };
	}
	if (a.kind === "text" && b?.kind === "text")
		return { ...a, values: [...new Set([...a.values, ...b.values])].sort() };
	if (a.kind === "choice" && b?.kind === "choice")
		return { ...a, values: a.values.filter((value) => b.values.includes(value)) };
	return a;
}

/** The same rules over other domains; each new cell lies within one old cell. */
export function refine(rules: RuleSet, domains: Domain[]): RuleSet {
	const places = rules.domains.map((old) => domains.findIndex(({ fact }) => fact === old.fact));
	const oldCells = rules.domains.map((old, fact) =>
		oldCellOf(old, domains[places[fact] as number] as Domain),
	);
	const map = (formula: Formula): Formula => {
		if (formula.kind !== "in") return { ...formula, of: formula.of.map(map) };
		const cells = (oldCells[formula.fact] as number[]).reduce(
			(mask: Cells, old, cell) => (formula.cells & (1 << old) ? mask | (1 << cell) : mask),
			0,
		);
		return { ...formula, fact: places[formula.fact] as number, cells };
	};
	return {
		...rules,
		domains,
		order: [...domains.keys()],
		scores: rules.scores.map((score) => ({
			...score,
			rules: score.rules.map((rule) => ({ ...rule, when: map(rule.when) })),
			ladders: score.ladders.map((ladder) => ({
				...ladder,
				fact: places[ladder.fact] as number,
				stepOf: (oldCells[ladder.fact] as number[]).map((old) => ladder.stepOf[old] as number),
			})),
		})),
		gates: rules.gates.map((gate) => ({ ...gate, when: map(gate.when) })),
		steps: [],
	};
}

/** For each new cell, the old one that holds it. */
function oldCellOf(old: Domain, next: Domain): number[] {
	return [...Array(sizeOf(next)).keys()].map((cell) => {
		if (old.kind === "number" && next.kind === "number") {
			const start = next.cuts[cell - 1] ?? 0;
			const cells = cellsWhere(old.cuts, (from, to) => from <= start && start < to);
			return 31 - Math.clz32(cells);
		}
		const values = old.kind === "number" ? [] : old.values;
		const place = values.indexOf(next.kind === "number" ? "" : (next.values[cell] ?? ""));
		return place < 0 ? values.length : place;
	});
}
