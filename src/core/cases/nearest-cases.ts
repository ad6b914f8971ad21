/** The published cases most like the answers: the same kind of work first, then by the facts that score. */

import { cellsOf } from "../answers/answer-set.ts";
import { type Answers, isKnown } from "../answers/answers.ts";
import { type Cells, isSubset } from "../answers/domain.ts";
import { own } from "../own.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Side } from "../side.ts";
import { answerOf, type CaseIndex, type ComparedCase, notGiven } from "./case-index.ts";
import { caseWeights, workFact } from "./case-weights.ts";
import { likenessOf } from "./likeness.ts";
import { sayWhy } from "./say-why.ts";

/** A published case like the answers, and in what. */
interface NearestCase {
	id: string;
	title: string;
	outcome: Side;
	who: string;
	year: number;
	url: string;
	work: string | null;
	/** 0 to 1. */
	similarity: number;
	why: string;
}

const mostCases = 3;
/** What is this much as similar as the nearest case may come before it, for its kind of work or its outcome. */
export const nearEnough = 0.75;
/** The similarity is what fits, out of what both tell and this share of all that counts. */
const doubt = 1 / 8;

/**
 * The nearest case on the same kind of work, the nearest with the other outcome, and the next
 * one. The kind of work, and then the outcome, count before similarity as long as that is near
 * enough. Answers that equal a case's to the last fact were taken from it: it is not its own
 * neighbor.
 */
export function nearestCases(rules: RuleSet, answers: Answers, index: CaseIndex): NearestCase[] {
	const weights = caseWeights(rules);
	const masks = rules.domains.map((domain) => {
		const answer = own(answers, domain.fact);
		return isKnown(answer) ? cellsOf(domain, answer.value) : notGiven;
	});
	const ranked = rank(rules, { answers, masks, weights }, index);
	return withOtherOutcome(ranked, index).map(({ place, similarity }) => {
		const { id, title, outcome, source, facts: theirs } = index.cases[place] as ComparedCase;
		return {
			id,
			title,
			outcome,
			who: source.who,
			year: source.year,
			url: source.url,
			work: typeof theirs.work === "string" ? theirs.work : null,
			similarity: Number(similarity.toFixed(2)),
			why: sayWhy(rules, { masks, weights, answers, theirs }),
		};
	});
}

/** A case that has something in common with the answers. */
interface SimilarCase {
	place: number;
	similarity: number;
}

interface Compared {
	answers: Answers;
	masks: readonly Cells[];
	weights: readonly number[];
}

/** Cases that have something in common with the answers: the same kind of work first where near enough, then by similarity. */
function rank(rules: RuleSet, compared: Compared, index: CaseIndex): SimilarCase[] {
	const { answers, masks } = compared;
	const known = Object.keys(answers).filter((fact) => isKnown(own(answers, fact)));
	const { similar, highest } = findSimilar(rules, compared, index);
	const yearOf = ({ place }: SimilarCase) => (index.cases[place] as ComparedCase).source.year;
	const others = similar
		// Of those that are as similar the newest first, then by their ids.
		.filter(
			({ place, similarity }) =>
				similarity < highest ||
				!areEqual(rules, { answers, known }, index.cases[place] as ComparedCase),
		)
		.sort((a, b) => b.similarity - a.similarity || yearOf(b) - yearOf(a));
	const work = rules.domains.findIndex(({ fact }) => fact === workFact);
	const onSameWork = new Set(
		(index.postings[work] ?? [])
			.filter(({ cells }) => isSubset(cells, masks[work] ?? notGiven))
			.flatMap(({ places }) => places),
	);
	const least = nearEnough * (others[0]?.similarity ?? 0);
	const isFirst = ({ place, similarity }: SimilarCase) =>
		onSameWork.has(place) && similarity >= least;
	return [...others.filter(isFirst), ...others.filter((one) => !isFirst(one))];
}

/** Fact by fact: what fits is found once for all cases that tell the same. */
function findSimilar(
	{ domains }: RuleSet,
	{ masks, weights }: Compared,
	{ cases, postings }: CaseIndex,
): { similar: SimilarCase[]; highest: number } {
	const same = cases.map(() => 0);
	const both = cases.map(() => 0);
	let mine = 0;
	for (const [fact, domain] of domains.entries()) {
		const cells = masks[fact] as Cells;
		if (cells === notGiven || domain.kind === "text") continue;
		const weight = weights[fact] as number;
		mine += weight;
		for (const { cells: theirs, places } of postings[fact] as CaseIndex["postings"][number]) {
			const fits = Math.round(likenessOf(domain, cells, theirs) * weight);
			for (const place of places) {
				both[place] = (both[place] as number) + weight;
				same[place] = (same[place] as number) + fits;
			}
		}
	}
	const doubted = doubt * weights.reduce((sum, weight) => sum + weight, 0);
	const similarity = (fits: number, told: number) => fits / (told + doubted);
	return {
		similar: same.flatMap((fits, place) =>
			fits > 0 ? [{ place, similarity: similarity(fits, both[place] as number) }] : [],
		),
		highest: similarity(mine, mine),
	};
}

const areEqual = (
	rules: RuleSet,
	{ answers, known }: { answers: Answers; known: string[] },
	{ facts }: ComparedCase,
): boolean =>
	Object.keys(facts).length === known.length &&
	known.every(
		(fact) =>
			Object.hasOwn(facts, fact) &&
			answerOf(rules, fact, facts[fact])?.value === own(answers, fact)?.value,
	);

/** The first, the first with the other outcome where that is near enough, and the rest in order. */
function withOtherOutcome(ranked: SimilarCase[], { cases }: CaseIndex): SimilarCase[] {
	const [first, ...rest] = ranked;
	if (!first) return [];
	const least = nearEnough * first.similarity;
	const outcome = cases[first.place]?.outcome;
	const other = rest.find(
		({ place, similarity }) => similarity >= least && cases[place]?.outcome !== outcome,
	);
	const shown = other ? [first, other, ...rest.filter((one) => one !== other)] : ranked;
	return shown.slice(0, mostCases);
}
