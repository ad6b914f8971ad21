/** The published cases most like the answers, and in which facts they are like them. */

import { cellsOf } from "../answers/answer-set.ts";
import { type Answers, isKnown } from "../answers/answers.ts";
import {
	allCells,
	type Cells,
	countCells,
	type Domain,
	firstCell,
	formatCells,
} from "../answers/domain.ts";
import { formatAnswer, listed } from "../answers/format-answer.ts";
import { own } from "../own.ts";
import { factWeights } from "../rules/fact-weights.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Side } from "../side.ts";
import { answerOf, type CaseIndex, type ComparedCase, cellsIn, notGiven } from "./case-index.ts";

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
/** A case with the other outcome is shown when it is nearly as like as the nearest. */
const nearEnough = 0.75;
/** The similarity is what fits, out of what both tell and this share of all that counts. */
const doubt = 1 / 8;
const mostSame = 4;
const mostOther = 3;

/**
 * The nearest cases, the nearest first, with both outcomes where both are near. Answers
 * that equal a case's to the last fact were taken from it: it is not its own neighbour.
 */
export function nearestCases(rules: RuleSet, answers: Answers, index: CaseIndex): NearestCase[] {
	const weights = factWeights(rules, rules.scores);
	const masks = rules.domains.map((domain) => {
		const answer = own(answers, domain.fact);
		return isKnown(answer) ? cellsOf(domain, answer.value) : notGiven;
	});
	const known = Object.keys(answers).filter((fact) => isKnown(own(answers, fact)));
	const isTaken = (place: number): boolean =>
		areEqual(rules, { answers, known }, index.cases[place] as ComparedCase);
	const { alike, highest } = findSimilar(rules, index, { masks, weights });
	const others = alike
		.filter(({ place, similarity }) => similarity < highest || !isTaken(place))
		// Those that are as much alike stay in order of their ids.
		.sort((a, b) => b.similarity - a.similarity);
	return withOtherOutcome(others, index).map(({ place, similarity }) => {
		const { id, title, outcome, source, facts: theirs } = index.cases[place] as ComparedCase;
		const facts = sharedFacts(rules, masks, theirs);
		facts.sort((a, b) => (weights[b.fact] as number) - (weights[a.fact] as number));
		return {
			id,
			title,
			outcome,
			who: source.who,
			year: source.year,
			url: source.url,
			work: typeof theirs.work === "string" ? theirs.work : null,
			similarity: Number(similarity.toFixed(2)),
			why: sayWhy(rules, { facts, masks, answers, theirs }),
		};
	});
}

/** A case that has something in common with the answers. */
interface SimilarCase {
	place: number;
	similarity: number;
}

/** Fact by fact: what fits is found once for all cases that tell the same. */
function findSimilar(
	{ domains }: RuleSet,
	{ cases, postings }: CaseIndex,
	{ masks, weights }: { masks: readonly Cells[]; weights: readonly number[] },
): { alike: SimilarCase[]; highest: number } {
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
	const similar = (fits: number, told: number) => fits / (told + doubted);
	return {
		alike: same.flatMap((fits, place) =>
			fits > 0 ? [{ place, similarity: similar(fits, both[place] as number) }] : [],
		),
		highest: similar(mine, mine),
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

/** A fact known here and there. */
interface SharedFact {
	fact: number;
	/** 1 is the same, 0 as different as can be. */
	likeness: number;
}

function sharedFacts(
	rules: RuleSet,
	masks: readonly Cells[],
	told: ComparedCase["facts"],
): SharedFact[] {
	const facts: SharedFact[] = [];
	for (const [fact, domain] of rules.domains.entries()) {
		const mine = masks[fact] as Cells;
		const theirs = cellsIn(rules, told, domain);
		if (mine === notGiven || theirs === notGiven || domain.kind === "text") continue;
		facts.push({ fact, likeness: likenessOf(domain, mine, theirs) });
	}
	return facts;
}

/** Choices are the same or not; numbers are the more alike the fewer cuts lie between them. */
function likenessOf(domain: Domain, mine: Cells, theirs: Cells): number {
	if (mine === theirs) return 1;
	if ((mine & theirs) !== 0) return countCells(mine & theirs) / countCells(mine | theirs);
	if (domain.kind !== "number") return 0;
	const [low, high] = mine < theirs ? [mine, theirs] : [theirs, mine];
	const between = firstCell(high) - (31 - Math.clz32(low));
	return Math.max(0, 1 - between / (countCells(allCells(domain)) - 1)) / 2;
}

/** The first ones; the last gives way to the other outcome where that is near enough. */
function withOtherOutcome(sorted: SimilarCase[], { cases }: CaseIndex): SimilarCase[] {
	const first = sorted.slice(0, mostCases);
	const outcome = cases[first[0]?.place ?? 0]?.outcome;
	const isOther = ({ place }: SimilarCase) => cases[place]?.outcome !== outcome;
	if (first.some(isOther)) return first;
	const other = sorted.find(isOther);
	if (!other || other.similarity < nearEnough * (first[0]?.similarity ?? 1)) return first;
	return [...first.slice(0, mostCases - 1), other];
}

function sayWhy(
	rules: RuleSet,
	given: { facts: SharedFact[]; masks: Cells[]; answers: Answers; theirs: ComparedCase["facts"] },
): string {
	const { facts, masks, answers, theirs } = given;
	const { domains, questions } = rules;
	const label = ({ fact }: Domain) => questions[fact]?.label ?? fact;
	const part = (isSame: boolean, limit: number, say: (domain: Domain, cells: Cells) => string) =>
		facts
			.filter(({ likeness }) => (likeness === 1) === isSame)
			.slice(0, limit)
			.map(({ fact }) => say(domains[fact] as Domain, masks[fact] as Cells));
	const same = part(
		true,
		mostSame,
		(domain, cells) => `${label(domain)} (${formatCells(domain, cells)})`,
	);
	const other = part(
		false,
		mostOther,
		(domain) =>
			`${label(domain)} (${formatAnswer(answerOf(rules, domain.fact, own(theirs, domain.fact)))}, yours ${formatAnswer(own(answers, domain.fact))})`,
	);
	const parts = [
		...(same.length > 0 ? [`like yours in ${listed(same)}`] : []),
		...(other.length > 0 ? [`unlike yours in ${listed(other)}`] : []),
	];
	const sentence = parts.join("; ");
	return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
