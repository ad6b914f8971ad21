/** The published cases most like the answers, and in which facts they are like them. */
import { type Answers, cellsOf, isKnown } from "./answers.ts";
import { answerOf, type CaseTable, notTold, type Told } from "./case-table.ts";
import type { Decision } from "./decision.ts";
import { allCells, type Cells, countCells, type Domain, firstCell, printCells } from "./domain.ts";
import { factsOf } from "./formula.ts";
import { printAnswer } from "./reasons.ts";
import type { RuleSet } from "./rule-set.ts";

type Neighbour = Decision["cases"][number];

const most = 3;
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
export function nearestCases(rules: RuleSet, answers: Answers, table: CaseTable): Neighbour[] {
	const weights = weightsOf(rules);
	const masks = rules.domains.map((domain) => {
		const answer = answers[domain.fact];
		return isKnown(answer) ? cellsOf(domain, answer.value) : notTold;
	});
	const alike = findAlike(rules, table, { masks, weights })
		.filter(({ place }) => !isTakenFrom(rules, { answers, masks }, { table, place }))
		// Those that are as much alike stay in order of their ids.
		.sort((a, b) => b.similarity - a.similarity);
	return bothSides(alike, table).map(({ place, similarity }) => {
		const { title, facts: theirs } = table.tell(place);
		const facts = compareFacts(rules, masks, cellsAt(table, place, masks.length));
		facts.sort((a, b) => (weights[b.fact] as number) - (weights[a.fact] as number));
		return {
			id: table.ids[place] as string,
			title,
			outcome: table.outcomes[place] as Neighbour["outcome"],
			similarity: Number(similarity.toFixed(2)),
			why: sayWhy(rules, { facts, masks, answers, theirs }),
		};
	});
}

const cellsAt = ({ cells }: CaseTable, place: number, width: number): readonly Cells[] =>
	cells.slice(place * width, (place + 1) * width);

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

/** A case that has something in common with the answers. */
interface Alike {
	place: number;
	similarity: number;
}

/** By index, without a list or a function for each: there are many cases, and each has many facts. */
function findAlike(
	{ domains }: RuleSet,
	{ ids, cells }: CaseTable,
	{ masks, weights }: { masks: readonly Cells[]; weights: readonly number[] },
): Alike[] {
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	const alike: Alike[] = [];
	for (let place = 0; place < ids.length; place += 1) {
		let same = 0;
		let both = 0;
		for (let fact = 0; fact < masks.length; fact += 1) {
			const mine = masks[fact] as Cells;
			const theirs = cells[place * masks.length + fact] as Cells;
			const domain = domains[fact] as Domain;
			if (mine === notTold || theirs === notTold || domain.kind === "text") continue;
			const weight = weights[fact] as number;
			both += weight;
			same += mine === theirs ? weight : Math.round(likenessOf(domain, mine, theirs) * weight);
		}
		if (same > 0) alike.push({ place, similarity: same / (both + doubt * all) });
	}
	return alike;
}

function isTakenFrom(
	rules: RuleSet,
	{ answers, masks }: { answers: Answers; masks: readonly Cells[] },
	{ table, place }: { table: CaseTable; place: number },
): boolean {
	const start = place * masks.length;
	// Before the facts are looked at, which may have to be read first.
	for (let fact = 0; fact < masks.length; fact += 1)
		if (table.cells[start + fact] !== masks[fact]) return false;
	const { facts } = table.tell(place);
	const known = Object.keys(answers).filter((fact) => isKnown(answers[fact]));
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

function compareFacts(
	rules: RuleSet,
	masks: readonly Cells[],
	cells: readonly Cells[],
): Compared[] {
	const facts: Compared[] = [];
	for (const [fact, domain] of rules.domains.entries()) {
		const mine = masks[fact] as Cells;
		const theirs = cells[fact] as Cells;
		if (mine === notTold || theirs === notTold || domain.kind === "text") continue;
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
function bothSides(sorted: Alike[], { outcomes }: CaseTable): Alike[] {
	const first = sorted.slice(0, most);
	const outcome = outcomes[first[0]?.place ?? 0];
	const isOther = ({ place }: Alike) => outcomes[place] !== outcome;
	if (first.some(isOther)) return first;
	const other = sorted.find(isOther);
	if (!other || other.similarity < nearEnough * (first[0]?.similarity ?? 1)) return first;
	return [...first.slice(0, most - 1), other];
}

function sayWhy(
	rules: RuleSet,
	given: { facts: Compared[]; masks: Cells[]; answers: Answers; theirs: Told["facts"] },
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
