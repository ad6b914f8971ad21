/** Checks of one rule by itself: never, always, twice. */
import { ALWAYS, NEVER } from "../diagram/conditions.ts";
import { conditionShare } from "../diagram/search.ts";
import type { Formula } from "../rules/formula.ts";
import type { CheckContext, Finding } from "./finding.ts";

export function checkRules({ rules, conditions }: CheckContext): Finding[] {
	return rules.scores.flatMap((score) =>
		score.rules.flatMap((rule): Finding[] => {
			const condition = conditions.intern(rule.when);
			const share = conditionShare(conditions, condition);
			const found: Finding[] = [];
			const add = (code: Finding["code"], message: string, suggestion: string) =>
				found.push({ code, about: [rule.id], message, suggestion, at: rule.at });
			if (condition === NEVER || share === 0)
				add(
					"never",
					`${rule.id} does not hold for any answers.`,
					"Its conditions exclude each other. Widen or delete the rule.",
				);
			if (condition === ALWAYS || share === 1)
				add(
					"always",
					`${rule.id} holds for all answers.`,
					"Narrow the rule, or move its points into the threshold.",
				);
			const twice = factsTwice(rule.when).map((fact) => rules.domains[fact]?.fact);
			if (twice.length > 0)
				add(
					"twice",
					`${rule.id} names ${twice.join(" and ")} in two branches, so it is hard to see when the rule holds.`,
					"Split it into rules that name each fact once.",
				);
			return found;
		}),
	);
}

/** Facts in two places of a condition; neighbours in one list merge into one set and count once. */
function factsTwice(formula: Formula): number[] {
	const facts = factsByBranch(formula);
	return [...new Set(facts.filter((fact, place) => facts.indexOf(fact) !== place))];
}

function factsByBranch(formula: Formula): number[] {
	if (formula.kind === "in") return [formula.fact];
	const tests = formula.of.flatMap((part) => (part.kind === "in" ? [part.fact] : []));
	const nested = formula.of.filter((part) => part.kind !== "in");
	// An `all` inside an `all` is the same list.
	const [same, other] = [
		nested.filter(({ kind }) => kind === formula.kind),
		nested.filter(({ kind }) => kind !== formula.kind),
	];
	const merged = new Set([...tests, ...same.flatMap(factsByBranch)]);
	return [...merged, ...other.flatMap(factsByBranch)];
}
