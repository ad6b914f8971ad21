/** Small random rule sets and answers. The same seed gives the same ones. */

import type { Domain } from "../../src/core/answers/domain.ts";
import type { Moves } from "../../src/core/answers/moves.ts";
import type { Question } from "../../src/core/answers/question.ts";
import { mostCells } from "../../src/core/limits.ts";
import { all, type Formula, never, presume } from "../../src/core/rules/formula.ts";
import type { CompiledLadder, CompiledRule, RuleSet } from "../../src/core/rules/rule-set.ts";
import { makeRandom } from "../../src/core/statistics/random.ts";

export interface Random {
	/** A whole number, both ends included. */
	int(least: number, most: number): number;
	chance(of: number): boolean;
	pick<T>(from: readonly T[]): T;
	shuffle<T>(from: readonly T[]): T[];
	/** So many results of a function. */
	list<T>(length: number, make: (index: number) => T): T[];
}

export function randomOf(seed: number): Random {
	const next = makeRandom(seed);
	const random: Random = {
		int: (least, most) => least + Math.floor(next() * (most - least + 1)),
		chance: (of) => next() < of,
		pick: (from) => from[random.int(0, from.length - 1)] as (typeof from)[number],
		shuffle: (from) => {
			const left = [...from];
			return from.map(
				() => left.splice(random.int(0, left.length - 1), 1)[0] as (typeof from)[number],
			);
		},
		list: (length, make) => Array.from({ length }, (_, index) => make(index)),
	};
	return random;
}

/** So many full sets of answers at most, that brute force stays cheap. */
export const mostRows = 700;

/** A random rule set whose conditions are made directly, constants and repeated facts included. */
export function randomRuleSet(random: Random): RuleSet {
	let domains: Domain[];
	do domains = random.list(random.int(3, 6), (fact) => randomDomain(random, `fact-${fact}`));
	while (rowsOf(domains) > mostRows);
	// A few facts in use leave the others unmentioned.
	const used = random.shuffle([...domains.keys()]).slice(0, random.int(1, domains.length + 2));
	const formula = () => randomFormula(random, domains, used);
	const count = random.int(2, 10);
	const scores = random.list(random.int(1, 3), (score) => ({
		id: `score-${score}`,
		asks: "?",
		weight: random.pick([1, 1, 2, 3, 50]),
		rules: [] as CompiledRule[],
		ladders: random
			.shuffle(used)
			.slice(0, random.pick([0, 0, 1, 1, 2]))
			.map((fact) => randomLadder(random, fact, rowsOf([domains[fact] as Domain]))),
		at,
	}));
	for (let rule = 0; rule < count; rule += 1)
		random.pick(scores).rules.push({
			...grounds,
			id: `rule-${rule}`,
			...randomForce(random, formula(), () => presume(randomFormula(random, domains, used, 1))),
			points: randomPoints(random),
			at,
		});
	const gates = random.list(random.pick([0, 0, 1, 2, 3]), (gate) => ({
		...grounds,
		...gateTexts,
		id: `gate-${gate}`,
		when: random.chance(0.3)
			? all([formula(), presume(randomFormula(random, domains, used, 1))])
			: formula(),
		instead: [],
		at,
	}));
	const questions = domains.map(
		(domain) => [domain.fact, questionOf(domain, random.pick(someMoves))] as const,
	);
	return ruleSet({
		questions: Object.fromEntries(questions),
		domains,
		scores,
		gates,
		order: random.shuffle([...domains.keys()]),
		verdict: { ...verdict, threshold: random.int(-4, 6) * random.pick([1, 1, 2, 20]) },
	});
}

const rowsOf = (domains: Domain[]): number =>
	domains.reduce(
		(rows, domain) =>
			rows *
			(domain.kind === "choice"
				? domain.values.length
				: (domain.kind === "number" ? domain.cuts : domain.values).length + 1),
		1,
	);

function randomDomain(random: Random, fact: string): Domain {
	const kind = random.pick(["choice", "choice", "yes-no", "number", "number", "text"] as const);
	if (kind === "yes-no") return { fact, kind: "choice", values: ["yes", "no"] };
	if (kind === "number") {
		// Now and then as many cells as a fact can have.
		const cuts = random.chance(0.08) ? random.int(8, mostCells - 1) : random.int(0, 4);
		return { fact, kind, cuts: random.list(cuts, (cut) => 10 * (cut + 1)), most: 300 };
	}
	const values = random.list(
		random.int(kind === "text" ? 0 : 1, kind === "text" ? 2 : 4),
		(value) => `value-${value}`,
	);
	return { fact, kind, values };
}

/** Mostly shallow; sometimes empty, full, constant, or with one fact in several branches. */
function randomFormula(random: Random, domains: Domain[], used: number[], depth = 0): Formula {
	if (depth < 3 && random.chance(depth === 0 ? 0.85 : 0.3)) {
		const of = random.list(random.pick([0, 1, 2, 2, 2, 3, 3]), () =>
			randomFormula(random, domains, used, depth + 1),
		);
		return { kind: random.pick(["all", "all", "any"]), of };
	}
	const fact = random.pick(used);
	const size = rowsOf([domains[fact] as Domain]);
	return {
		kind: "in",
		fact,
		cells: random.chance(0.05) ? random.pick([0, 2 ** size - 1]) : random.int(0, 2 ** size - 1),
	};
}

/** Now and then a rule is a veto, or holds until the answers say otherwise. */
function randomForce(random: Random, when: Formula, told: () => Formula) {
	if (random.chance(0.08)) return { when, veto: true as const };
	return { when: random.chance(0.1) ? all([when, told()]) : when };
}

const randomPoints = (random: Random): number =>
	random.pick([-40, -3, -2, -1, -1, 0, 1, 1, 2, 3, 40]);

function randomLadder(random: Random, fact: number, size: number): CompiledLadder {
	const steps = random.list(random.int(1, size), (step) => ({
		label: `step ${step}`,
		points: randomPoints(random),
		because: ".",
	}));
	const stepOf = random.list(size, () => random.int(0, steps.length - 1));
	return { id: `ladder-${fact}`, fact, stepOf, steps, row: "row", sources: ["source"], at };
}

/** Cells that may still be the case: one, some or all, never none. */
export const randomMasks = (random: Random, sizes: number[], known: number): number[] =>
	sizes.map((size) => {
		const full = 2 ** size - 1;
		if (!random.chance(known)) return full;
		return random.chance(0.6) ? 2 ** random.int(0, size - 1) : random.int(1, full);
	});

const at = { file: "random.yaml" };
const grounds = { because: ".", row: "row", sources: ["source"] };
const gateTexts = { asks: "?", open: ".", closed: ".", unknown: ".", opens: "." };
const verdict = {
	threshold: 0,
	strength: { clear: 0.8, leaning: 0.65 },
	confidence: { point: 0.2, most: 0.95 },
};
const headline = { says: ".", means: "." };

/** Most answers can be changed, one way or both. */
export const someMoves = ["forward", "forward", "freely", "given", "never"] as const;

function questionOf(domain: Domain, moves: Moves): Question {
	const texts = { ask: "?", label: "fact", why: ".", find: ".", moves };
	if (domain.kind === "number")
		return { ...texts, number: { most: domain.most, unit: "things", example: 5 } };
	if (domain.kind === "text") return { ...texts, text: { example: "name" } };
	if (domain.values.join() === "yes,no") return { ...texts, "yes-no": { yes: ".", no: "." } };
	return { ...texts, choices: Object.fromEntries(domain.values.map((value) => [value, "."])) };
}

/** A rule set of the given parts, with everything else as empty as can be. */
export const ruleSet = (parts: Partial<RuleSet>): RuleSet => ({
	name: "random",
	edition: "1",
	questions: {},
	domains: [],
	scores: [],
	gates: [],
	order: [...(parts.domains ?? []).keys()],
	verdict,
	steps: [],
	headlines: {
		keep: headline,
		"too-early": { ...headline, facts: 5, even: headline.means },
		prompts: { ...headline, first: headline.says },
		"prompts-then-tune": headline,
		tune: headline,
	},
	isFine: never,
	isRuledOut: never,
	contradictions: [],
	sections: {},
	skips: {},
	cores: {},
	lecture: { source: "source", table: {}, statements: {} },
	evidence: {},
	disagreements: {},
	providers: { "as-of": "2026-01-01", status: {} },
	promises: [],
	explained: [],
	tests: [],
	...parts,
});

export const is = (fact: number, cells: number): Formula => ({ kind: "in", fact, cells });

/** A rule set of one score, its conditions made directly; answers move freely unless told. */
export const formulaRules = ({
	domains,
	terms,
	gates = [],
	moves = {},
	weight = 1,
	threshold = 1,
}: {
	domains: Domain[];
	terms: [when: Formula, points: number][];
	gates?: Formula[];
	moves?: Record<string, Moves>;
	weight?: number;
	threshold?: number;
}): RuleSet =>
	ruleSet({
		questions: Object.fromEntries(
			domains.map((domain) => [domain.fact, questionOf(domain, moves[domain.fact] ?? "freely")]),
		),
		domains,
		scores: [
			{
				...{ id: "score", asks: "?", weight, ladders: [], at },
				rules: terms.map(([when, points], rule) => ({
					...{ ...grounds, id: `score.${rule}`, at },
					...{ when, points },
				})),
			},
		],
		gates: gates.map((when, gate) => ({
			...{ ...grounds, ...gateTexts, id: `gate-${gate}`, at },
			instead: [],
			when,
		})),
		verdict: { ...verdict, threshold },
	});
