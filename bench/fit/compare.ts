/** Where the points in rules/ are not those of the fit, overrides included. */

import { masksOf, parseAnswers } from "../../src/core/answers/answers.ts";
import { type Domain, valueInCell } from "../../src/core/answers/domain.ts";
import { isCertain } from "../../src/core/rules/formula.ts";
import type { CompiledLadder, RuleSet } from "../../src/core/rules/rule-set.ts";
import type { Candidates, Term } from "./read-candidates.ts";
import type { Scorecard } from "./scorecard.ts";

export interface Difference {
	/** A rule, a step of a ladder, or the threshold. */
	what: string;
	rules: number;
	fit: number;
}

/** A term, and the points that it has. */
type Pointed = Term & { points: number };

export function compareCard(rules: RuleSet, card: Scorecard, candidates: Candidates): Difference[] {
	const terms: Pointed[] = [
		...candidates.candidates.map((one, term) => ({ ...one, points: card.points[term] as number })),
		...candidates.overrides,
	];
	const all = [
		{ what: "threshold", rules: rules.verdict.threshold, fit: card.threshold },
		...compareRules(rules, terms),
		...compareLadders(rules, terms, candidates.domains),
	];
	return all.filter((one) => one.rules !== one.fit);
}

/** Vetoes are no matter of points. */
function compareRules({ scores }: RuleSet, terms: readonly Pointed[]): Difference[] {
	const shipped = new Map(
		scores.flatMap(({ rules }) =>
			rules.filter(({ veto }) => !veto).map(({ id, points }) => [id, points]),
		),
	);
	const fitted = terms.filter(({ ladder }) => ladder === undefined);
	const ids = new Set([...shipped.keys(), ...fitted.map(({ id }) => id)]);
	return [...ids].map((what) => ({
		what,
		rules: shipped.get(what) ?? 0,
		fit: sumOf(fitted.filter(({ id }) => id === what)),
	}));
}

function compareLadders(
	rules: RuleSet,
	terms: readonly Pointed[],
	domains: readonly Domain[],
): Difference[] {
	const ladders = new Map(
		rules.scores.flatMap((score) => score.ladders.map((ladder) => [ladder.id, ladder])),
	);
	const named = terms.flatMap(({ ladder }) => ladder ?? []);
	return [...new Set([...ladders.keys(), ...named])].flatMap((id) => {
		const fact = id.slice(id.indexOf(".") + 1);
		const domain = domains.find((one) => one.fact === fact) as Domain;
		return valuesOf(domain).map((value) => ({
			what: `${id}=${value}`,
			rules: shippedAt(rules, ladders.get(id), { fact, value }),
			fit: fittedAt(
				rules,
				domains,
				terms.filter(({ ladder }) => ladder === id),
				{ fact, value },
			),
		}));
	});
}

interface Given {
	fact: string;
	value: string | number;
}

/** One value of each cell. */
const valuesOf = (domain: Domain): (string | number)[] =>
	(domain.kind === "number" ? [...domain.cuts, 0] : domain.values).flatMap(
		(_, cell) => valueInCell(domain, cell) ?? [],
	);

function shippedAt(rules: RuleSet, ladder: CompiledLadder | undefined, given: Given): number {
	if (!ladder) return 0;
	const cells = masksOf(rules, answersOf(rules, given))[ladder.fact] as number;
	return ladder.steps[ladder.stepOf[31 - Math.clz32(cells)] as number]?.points ?? 0;
}

function fittedAt(
	rules: RuleSet,
	domains: readonly Domain[],
	terms: readonly Pointed[],
	given: Given,
): number {
	const masks = masksOf({ domains: [...domains] }, answersOf(rules, given));
	return sumOf(terms.filter(({ condition }) => isCertain(condition, masks)));
}

const sumOf = (terms: readonly Pointed[]): number =>
	terms.reduce((sum, { points }) => sum + points, 0);

function answersOf({ questions }: RuleSet, { fact, value }: Given) {
	const read = parseAnswers(questions, [{ fact, value, from: "fit" }]);
	if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join(" "));
	return read.value;
}
