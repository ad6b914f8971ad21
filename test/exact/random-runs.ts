/** The random rule sets and answers that the exactness tests share. */
import { afterAll, beforeAll, describe, test } from "vitest";
import { parseAnswers, type RawAnswer } from "../../src/core/answers/answers.ts";
import { buildDiagrams, type Diagrams } from "../../src/core/diagram/build-diagrams.ts";
import type { Diagram } from "../../src/core/diagram/diagram.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { type Model, modelOf, type Row, tableOf, within } from "./brute-force.ts";
import { randomAnswers, randomSpoken } from "./random-language.ts";
import { randomMasks, randomOf, randomRuleSet } from "./random-rules.ts";

/** A random rule set with some answers, and every completion of them. */
export interface Run {
	name: string;
	rules: RuleSet;
	model: Model;
	masks: number[];
	/** The same answers as people write them, for rule sets in the language. */
	raw: RawAnswer[] | undefined;
	diagrams: Diagrams;
	joint: Diagram;
	/** Every full set of answers, and those that complete these answers. */
	table: Row[];
	rows: Row[];
}

/** Every third rule set is written in the rule language. */
function runsOf(seed: number): Run[] {
	const random = randomOf(seed);
	const spoken = seed % 3 === 0 ? randomSpoken(random) : undefined;
	const rules = spoken?.rules ?? randomRuleSet(random);
	const model = spoken?.model ?? modelOf(rules);
	const table = tableOf(model);
	return [0, 0.45, 0.8].map((known) => {
		const answers = spoken && randomAnswers(random, spoken, known);
		const masks = answers?.masks ?? randomMasks(random, model.sizes, known);
		const diagrams = buildDiagrams(rules, { answered: masks });
		return {
			name: `seed ${seed}, answers ${masks}`,
			rules,
			model,
			masks,
			raw: answers?.raw,
			diagrams,
			joint: diagrams.joint as Diagram,
			table,
			rows: within(table, masks),
		};
	});
}

/** The answers of a run, read by the engine. */
export function answersOf({ rules, raw = [] }: Run) {
	const read = parseAnswers(rules.questions, raw);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.value;
}

export type Property = [name: string, check: (run: Run) => void];

const ruleSets = Number(process.env.EXACT_RUNS ?? 2100);
/** So many at a time are kept in memory. */
const batch = 350;

/** A test for each property and batch of rule sets. */
export function forAllRuns(properties: Property[]): void {
	const firsts = Array.from({ length: Math.ceil(ruleSets / batch) }, (_, index) => index * batch);
	describe.each(firsts)("random rule sets from seed %i", (first) => {
		let runs: Run[] = [];
		beforeAll(() => {
			const length = Math.min(batch, ruleSets - first);
			runs = Array.from({ length }, (_, index) => runsOf(first + index)).flat();
		});
		afterAll(() => {
			runs = [];
		});
		test.each(properties)("%s", (_name, check) => {
			for (const run of runs) check(run);
		});
	});
}
