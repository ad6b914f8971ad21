/** What may score points, and the points that are set by hand: YAML beside this file. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import type { Domain } from "../../src/core/answers/domain.ts";
import { allCells } from "../../src/core/answers/domain.ts";
import { formatPlace, type Result } from "../../src/core/problems.ts";
import { domainsFor, type ParseContext, parseCondition } from "../../src/core/rules/clauses.ts";
import {
	type Clause,
	type Condition,
	clause,
	conditionSchema,
} from "../../src/core/rules/condition.ts";
import { all, type Formula, presume } from "../../src/core/rules/formula.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { sides } from "../../src/core/side.ts";
import { parseYaml } from "../../src/io/yaml.ts";

const values = z.union([z.string(), z.array(z.string())]);
const step = z.strictObject({ ladder: z.string(), at: values });
const rule = z.strictObject({
	rule: z.string(),
	...conditionSchema.shape,
	"unless-told": z.array(clause()).optional(),
});
const reason = { favors: z.enum(sides), "stands-for": z.string() };
const candidate = z.union([step.extend(reason), rule.extend(reason)]);
const override = z.union(
	[step, rule].map((kind) =>
		kind.extend({ points: z.int(), because: z.string(), brier: z.number() }),
	),
);

/** A condition that has points, or may have some. */
export interface Term {
	/** `cost.latency=strict`, or the id of a rule. */
	id: string;
	/** The ladder that its points belong to; without one it is a rule. */
	ladder?: string;
	condition: Formula;
}

export interface Candidate extends Term {
	/** 1 where its points may only speak for fine-tuning, otherwise -1. */
	sign: 1 | -1;
	standsFor: string;
}

/** Points set by hand, and what they cost. */
export interface Override extends Term {
	points: number;
	because: string;
	brier: number;
}

export interface Candidates {
	candidates: Candidate[];
	/** Tried one at a time: whether they would predict better. */
	interactions: Candidate[];
	overrides: Override[];
	/** The cells that these conditions cut. */
	domains: Domain[];
}

type Told = z.infer<typeof step> | z.infer<typeof rule>;

export function readCandidates({
	questions,
	computed,
}: Pick<RuleSet, "questions" | "computed">): Candidates {
	const list = z.array(candidate);
	const { candidates, interactions } = z
		.strictObject({ candidates: list, interactions: list })
		.parse(readData("candidates.yaml"));
	const { overrides } = z
		.strictObject({ overrides: z.array(override) })
		.parse(readData("overrides.yaml"));
	const told: Told[] = [...candidates, ...interactions, ...overrides];
	const domains = domainsFor(questions, told.flatMap(clausesOf), computed);
	const context = contextFor(questions, domains);
	const termOf = (one: Told): Term => ({
		id: "rule" in one ? one.rule : `${one.ladder}=${[one.at].flat().join(",")}`,
		...("ladder" in one && { ladder: one.ladder }),
		condition: all([
			parseCondition(conditionOf(one), context, () => place),
			presume(parseCondition({ unless: toldOf(one) }, context, () => place)),
		]),
	});
	const candidateOf = (one: z.infer<typeof candidate>): Candidate => ({
		...termOf(one),
		sign: one.favors === "fine-tuning" ? 1 : -1,
		standsFor: one["stands-for"],
	});
	return {
		candidates: candidates.map(candidateOf),
		interactions: interactions.map(candidateOf),
		overrides: overrides.map((one) => ({
			...termOf(one),
			points: one.points,
			because: one.because,
			brier: one.brier,
		})),
		domains,
	};
}

function readData(name: string): unknown {
	const text = readFileSync(new URL(name, import.meta.url), "utf8");
	return must(parseYaml(text, `bench/fit/${name}`)).value;
}

/** These files are ours: whatever is wrong with them is a bug. */
function must<T>(result: Result<T>): T {
	if (result.ok) return result.value;
	throw new Error(result.problems.map(({ message }) => message).join(" "));
}

const factOf = (ladder: string): string => ladder.slice(ladder.indexOf(".") + 1);

const conditionOf = (one: Told): Condition => {
	if ("ladder" in one) return { when: { [factOf(one.ladder)]: one.at } };
	const { when, any, unless } = one;
	return { ...(when && { when }), ...(any && { any }), ...(unless && { unless }) };
};

const toldOf = (one: Told): Clause[] => ("rule" in one ? (one["unless-told"] ?? []) : []);

function clausesOf(one: Told): Clause[] {
	const { when, any = [], unless = [] } = conditionOf(one);
	return [...(when ? [when] : []), ...any, ...[unless].flat(), ...toldOf(one)];
}

const place = { file: "bench/fit" };

const contextFor = (questions: RuleSet["questions"], domains: Domain[]): ParseContext => ({
	questions,
	domains: new Map(domains.map((domain, fact) => [domain.fact, { fact, domain }])),
	full: domains.map(allCells),
	definitions: {},
	words: new Map(),
	sizes: new Map(),
	complain(message, at) {
		throw new Error(`${formatPlace(at)}: ${message}`);
	},
});
