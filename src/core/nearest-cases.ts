/** The published cases most like the answers, and in which facts they are like them. */
import { type Answer, type Answers, cellsOf, isKnown, parseAnswers } from "./answers.ts";
import type { PublishedCase } from "./case-file.ts";
import type { Decision } from "./decision.ts";
import { allCells, type Cells, countCells, type Domain, firstCell, printCells } from "./domain.ts";
import { factsOf } from "./formula.ts";
import { printAnswer } from "./reasons.ts";
import type { RuleSet } from "./rule-set.ts";

/** What a published case is compared by. */
export interface ComparedCase extends Pick<PublishedCase, "id" | "title" | "outcome" | "facts"> {
	/** What it tells of each fact, by fact number, where the build has found it out for the rules at hand. */
	cells?: readonly Cells[];
}

type Neighbour = Decision["cases"][number];

const most = 3;
/** A case with the other outcome is shown when it is nearly as like as the nearest. */
const nearEnough = 0.75;
/** The similarity is what fits, out of what both tell and this share of all that counts. */
const doubt = 1 / 8;
const mostSame = 4;
const mostOther = 3;
const notTold: Cells = 0;

/**
 * The nearest cases, the nearest first, with both outcomes where both are near. Answers
 * that equal a case's to the last fact were taken from it: it is not its own neighbour.
 */
export function nearestCases(
	rules: RuleSet,
	answers: Answers,
	cases: readonly ComparedCase[],
): Neighbour[] {
	const weights = weightsOf(rules);
	const known = Object.keys(answers).filter((fact) => isKnown(answers[fact]));
	const masks = rules.domains.map((domain) => {
		const answer = answers[domain.fact];
		return isKnown(answer) ? cellsOf(domain, answer.value) : notTold;
	});
	const told = [...masks.keys()].filter(
		(fact) => masks[fact] !== notTold && rules.domains[fact]?.kind !== "text",
	);
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	const compared = cases
		.filter((published) => !isTakenFrom(rules, { answers, known, masks }, published))
		.map((published) => ({
			published,
			similarity: similarityOf(rules, published, { masks, weights, told, all }),
		}))
		.filter(({ similarity }) => similarity > 0)
		.sort((a, b) => b.similarity - a.similarity || (a.published.id < b.published.id ? -1 : 1));
	return bothSides(compared).map(({ published, similarity }) => {
		const facts = compareFacts(rules, masks, published);
		facts.sort((a, b) => (weights[b.fact] as number) - (weights[a.fact] as number));
		return {
			id: published.id,
			title: published.title,
			outcome: published.outcome,
			similarity: Number(similarity.toFixed(2)),
			why: sayWhy(rules, { facts, masks, answers, theirs: published.facts }),
		};
	});
}

/** A point in parts that nearly every number of facts divides: sums of whole numbers are exact, and quick. */
const point = 5040;

/** How much each fact can move the total: by its ladders, and by its part in each rule. */
export function weightsOf({ scores, domains }: RuleSet): number[] {
	const weights = domains.map(() => 0);
	const add = (fact: number, points: number) => {
		weights[fact] = (weights[fact] as number) + Math.round(points * point);
	};
	for (const { weight, ladders, rules } of scores) {
		for (const { fact, steps } of ladders) {
			const points = steps.map((step) => step.points);
			add(fact, weight * (Math.max(...points) - Math.min(...points)));
		}
		for (const { when, points } of rules) {
			const facts = new Set(factsOf(when));
			for (const fact of facts) add(fact, (weight * Math.abs(points)) / facts.size);
		}
	}
	return weights;
}

/** What a case tells of every fact, by fact number. */
export const cellsOfCase = (rules: RuleSet, published: ComparedCase): Cells[] =>
	rules.domains.map((domain) => cellsIn(rules, published, domain));

/** What a case tells of a fact; another rule set may not be able to read it. */
function cellsIn(rules: RuleSet, { facts }: ComparedCase, domain: Domain): Cells {
	if (!Object.hasOwn(facts, domain.fact)) return notTold;
	const value = facts[domain.fact];
	// Nearly every fact is a word of the list: parsing them all takes longer than a decision.
	const place = domain.kind === "choice" ? domain.values.indexOf(String(value)) : -1;
	if (place >= 0) return 1 << place;
	const answer = answerOf(rules, domain.fact, value);
	return isKnown(answer) ? cellsOf(domain, answer.value) : notTold;
}

/** A fact of a case as an answer, if the rule set can read it. */
function answerOf({ questions }: RuleSet, fact: string, value: unknown): Answer | undefined {
	const read = parseAnswers(questions, [{ fact, value, from: "case" }]);
	return read.ok ? read.value[fact] : undefined;
}

function isTakenFrom(
	rules: RuleSet,
	{ answers, known, masks }: { answers: Answers; known: string[]; masks: Cells[] },
	published: ComparedCase,
): boolean {
	// Before the facts are looked at, which may have to be read first.
	if (published.cells?.some((cells, fact) => cells !== masks[fact])) return false;
	const { facts } = published;
	if (known.length !== Object.keys(facts).length) return false;
	return known.every(
		(fact) =>
			Object.hasOwn(facts, fact) &&
			answerOf(rules, fact, facts[fact])?.value === answers[fact]?.value,
	);
}

/** A fact known here and there. */
interface Compared {
	fact: number;
	/** 1 is the same, 0 as different as can be. */
	likeness: number;
}

function compareFacts(rules: RuleSet, masks: Cells[], published: ComparedCase): Compared[] {
	const facts: Compared[] = [];
	for (const [fact, domain] of rules.domains.entries()) {
		const mine = masks[fact] as Cells;
		if (mine === notTold || domain.kind === "text") continue;
		const theirs = cellsIn(rules, published, domain);
		if (theirs !== notTold) facts.push({ fact, likeness: likenessOf(domain, mine, theirs) });
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

/** In one loop: there are many cases, and only the nearest are looked at more closely. */
function similarityOf(
	rules: RuleSet,
	published: ComparedCase,
	{ masks, weights, told, all }: { masks: Cells[]; weights: number[]; told: number[]; all: number },
): number {
	const { cells } = published;
	let alike = 0;
	let both = 0;
	for (const fact of told) {
		const domain = rules.domains[fact] as Domain;
		const theirs = cells ? (cells[fact] as Cells) : cellsIn(rules, published, domain);
		if (theirs === notTold) continue;
		const mine = masks[fact] as Cells;
		const weight = weights[fact] as number;
		if (mine === theirs) alike += weight;
		else if (domain.kind === "number" || (mine & theirs) !== 0)
			alike += Math.round(likenessOf(domain, mine, theirs) * weight);
		both += weight;
	}
	return all === 0 ? 0 : alike / (both + doubt * all);
}

/** The first ones; the last gives way to the other outcome where that is near enough. */
function bothSides<T extends { published: ComparedCase; similarity: number }>(sorted: T[]): T[] {
	const first = sorted.slice(0, most);
	const outcome = first[0]?.published.outcome;
	if (first.some(({ published }) => published.outcome !== outcome)) return first;
	const other = sorted.find(({ published }) => published.outcome !== outcome);
	if (!other || other.similarity < nearEnough * (first[0]?.similarity ?? 1)) return first;
	return [...first.slice(0, most - 1), other];
}

function sayWhy(
	rules: RuleSet,
	given: { facts: Compared[]; masks: Cells[]; answers: Answers; theirs: ComparedCase["facts"] },
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
		(domain, cells) => `${label(domain)} (${printCells(domain, cells)})`,
	);
	const other = part(
		false,
		mostOther,
		(domain) =>
			`${label(domain)} (${printAnswer(answerOf(rules, domain.fact, theirs[domain.fact]))}, yours ${printAnswer(answers[domain.fact])})`,
	);
	const parts = [
		...(same.length > 0 ? [`like yours in ${listed(same)}`] : []),
		...(other.length > 0 ? [`unlike yours in ${listed(other)}`] : []),
	];
	const sentence = parts.join("; ");
	return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

const listed = (parts: string[]): string =>
	parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
