/** The checks of a rule set, comparisons and weights against brute force. */

import { describe, expect, test } from "vitest";
import { masksOf } from "../../src/core/answers/answers.ts";
import type { Domain } from "../../src/core/answers/domain.ts";
import { unlimited } from "../../src/core/budget.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { checkContext, checkRuleSet, findingName } from "../../src/core/verify/check-rules.ts";
import { compareRuleSets } from "../../src/core/verify/compare-rule-sets.ts";
import { measureCoverage } from "../../src/core/verify/coverage.ts";
import { greatestLoss } from "../../src/core/verify/monotone.ts";
import { runTests } from "../../src/core/verify/rule-tests.ts";
import { canReach } from "../../src/core/verify/verdict-checks.ts";
import { measureSensitivity } from "../../src/core/verify/weights.ts";
import { parseYaml } from "../../src/io/yaml.ts";
import { isOpen, type Model, modelOf, type Row, shareIn, tableOf } from "./brute-force.ts";
import { randomSpoken } from "./random-language.ts";
import { randomOf, randomRuleSet } from "./random-rules.ts";

const runs = Number(process.env.EXACT_RUNS ?? 600);

interface Run {
	rules: RuleSet;
	model: Model;
	rows: Row[];
}

function runOf(seed: number): Run {
	const random = randomOf(seed + 100_000);
	const rules = seed % 3 === 0 ? randomSpoken(random).rules : randomRuleSet(random);
	const model = modelOf(rules);
	return { rules, model, rows: tableOf(model) };
}

const tunes = ({ model }: Run, row: Row, less = 0) =>
	row.open && row.total - less >= model.threshold;

/** Every finding about single rules, pairs, gaps and idle parts, by trying every answer. */
function expectedFindings(run: Run): string[] {
	const { rules, model, rows } = run;
	const found: string[] = [];
	for (const [index, score] of rules.scores.entries()) {
		const { weight, rules: tests, ladders } = model.scores[index] as Model["scores"][number];
		const holds = tests.map(({ test }) => rows.map(({ cells }) => isOpen(test, cells)));
		const points = tests.map((one) => one.points * weight);
		for (const [place, rule] of score.rules.entries()) {
			const own = holds[place] as boolean[];
			if (!own.includes(true)) found.push(`never ${rule.id}`);
			if (!own.includes(false)) found.push(`always ${rule.id}`);
			const decides = rows.some((row, number) => {
				if (!own[number]) return false;
				if (!rule.veto) return tunes(run, row) !== tunes(run, row, points[place]);
				// A veto is about the outlook, whatever the gates.
				return row.total < model.threshold && row.total - model.veto.points >= model.threshold;
			});
			if (!decides) found.push(`idle ${rule.id}`);
			for (let next = place + 1; next < tests.length; next += 1) {
				const other = holds[next] as boolean[];
				if (!own.includes(true) || !other.includes(true)) continue;
				const id = score.rules[next]?.id;
				const inside = own.every((value, number) => !value || other[number]);
				const around = other.every((value, number) => !value || own[number]);
				const apart = (points[place] as number) * (points[next] as number) < 0;
				if (inside && around) found.push(`${apart ? "opposite" : "same"} ${id} ${rule.id}`);
				else if (inside) found.push(`inside ${rule.id} ${id}`);
				else if (around) found.push(`inside ${id} ${rule.id}`);
			}
		}
		for (const [place, ladder] of ladders.entries()) {
			const decides = rows.some((row) => {
				const gained = ladder.steps[row.cells[ladder.fact] as number]?.points as number;
				return tunes(run, row) !== tunes(run, row, gained * weight);
			});
			if (!decides) found.push(`idle ${score.ladders[place]?.id}`);
		}
		const silent = rows.some((_, number) => holds.every((own) => !own[number]));
		if (ladders.length === 0 && silent) found.push(`gap ${score.id}`);
	}
	return found.sort();
}

describe("checks of random rule sets", () => {
	const seeds = Array.from({ length: runs }, (_, seed) => seed);
	const kinds = new Set(["never", "always", "same", "inside", "opposite", "gap", "idle"]);

	test("find what trying every answer finds", () => {
		for (const seed of seeds) {
			const run = runOf(seed);
			const found = checkRuleSet(run.rules).findings.filter(({ code }) => kinds.has(code));
			expect(found.map(findingName).sort(), `seed ${seed}`).toEqual(expectedFindings(run));
		}
	});

	test("know the greatest loss of every fact", () => {
		for (const seed of seeds) {
			const { rules, model, rows } = runOf(seed);
			const { joint } = checkContext(rules);
			if (!joint) throw new Error("too large");
			for (const [fact, size] of model.sizes.entries())
				for (let cell = 1; cell < size; cell += 1) {
					const level = joint.order.indexOf(fact);
					const totals = new Map(rows.map(({ cells, total }) => [cells.join(), total]));
					const gains = rows
						.filter(({ cells }) => cells[fact] === cell - 1)
						.map(
							({ cells, total }) => (totals.get(cells.with(fact, cell).join()) as number) - total,
						);
					const loss = greatestLoss(joint, { level, from: cell - 1, to: cell }, unlimited);
					expect(loss?.points ?? 0, `seed ${seed}, fact ${fact}`).toBe(
						Math.max(0, -Math.min(...gains)),
					);
				}
		}
	});

	test("say what is reachable, with answers that show it", () => {
		for (const seed of seeds) {
			const run = runOf(seed);
			const checking = checkContext(run.rules);
			for (const side of ["fine-tuning", "prompt-engineering"] as const) {
				const rows = run.rows.filter((row) => tunes(run, row) === (side === "fine-tuning"));
				const witness = canReach(checking, side, 1);
				expect(witness !== undefined, `seed ${seed} ${side}`).toBe(rows.length > 0);
				if (!witness) continue;
				// What the witness leaves out may be anything.
				const masks = masksOf(run.rules, witness);
				const all = run.rows.filter(({ cells }) =>
					cells.every((cell, fact) => (masks[fact] as number) & (1 << cell)),
				);
				expect(
					all.every((row) => rows.includes(row)),
					`seed ${seed} ${side}`,
				).toBe(true);
			}
		}
	});

	test("measure how many answers move with a weight", () => {
		for (const seed of seeds.slice(0, runs / 3)) {
			const { rules, model, rows } = runOf(seed);
			for (const [index, { weight, moves }] of (measureSensitivity(rules) ?? []).entries())
				for (const { change, verdict, outlook } of moves) {
					// In twentieths, so that no rounding decides.
					const crosses = ({ total, points, scores }: Row) =>
						// No weight makes up for a veto.
						total === points &&
						total >= model.threshold !==
							total * 20 + (weight * (scores[index] as number) * change) / 5 >=
								model.threshold * 20;
					expect(outlook).toBeCloseTo(shareIn(rows, crosses), 12);
					expect(verdict).toBeCloseTo(
						shareIn(rows, (row) => row.open && crosses(row)),
						12,
					);
				}
		}
	});

	test("compare two rule sets by the share of answers that move", () => {
		for (const seed of seeds.slice(0, runs / 2)) {
			const run = runOf(seed);
			const threshold = run.model.threshold + (seed % 5) - 2;
			const scores = run.rules.scores.map((score, index) => ({
				...score,
				rules: score.rules.slice(index === 0 ? 1 : 0),
			}));
			const rules = { ...run.rules, scores, verdict: { ...run.rules.verdict, threshold } };
			const after: Run = { rules, model: modelOf(rules), rows: tableOf(modelOf(rules)) };
			const moved = compareRuleSets(run.rules, rules);
			const both = run.rows.map((row, number) => [
				tunes(run, row),
				tunes(after, after.rows[number] as Row),
			]);
			const share = (from: boolean) =>
				both.filter(([a, b]) => a === from && b !== from).length / both.length;
			expect(moved?.toFineTuning.share).toBeCloseTo(share(false), 12);
			expect(moved?.toPrompts.share).toBeCloseTo(share(true), 12);
			expect(moved?.toPrompts.example === undefined).toBe(share(true) === 0);
		}
	});

	test("see no difference where only the cells are finer", () => {
		for (const seed of seeds.slice(0, runs / 3)) {
			const { rules } = runOf(seed);
			const finer = withCut(rules);
			const moved = compareRuleSets(rules, finer);
			expect(moved?.toFineTuning.share).toBe(0);
			expect(moved?.toPrompts.share).toBe(0);
		}
	});

	test("print tests for what is missing, which pass and close the gap", () => {
		for (const seed of seeds.slice(0, runs / 3)) {
			const run = runOf(seed);
			const { missing } = measureCoverage(run.rules, []);
			const texts = missing.flatMap((item) => item.test ?? []);
			const parsed = parseYaml(texts.join("\n"), "tests.yaml");
			if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
			const tests = (parsed.value.value ?? []) as RuleSet["tests"];
			const results = runTests({ ...run.rules, tests });
			expect(
				results.flatMap(({ failures }) => failures),
				`seed ${seed}`,
			).toEqual([]);
			const after = measureCoverage({ ...run.rules, tests }, results);
			expect(
				after.missing.filter((item) => item.test !== undefined),
				`seed ${seed}`,
			).toEqual([]);
		}
	});
});

/** The same rules with one more cut in a number, that no rule uses. */
function withCut(rules: RuleSet): RuleSet {
	const fact = rules.domains.findIndex(({ kind }) => kind === "number");
	const old = rules.domains[fact];
	if (old?.kind !== "number") return rules;
	const cuts = [...old.cuts, (old.cuts.at(-1) ?? 0) + 1];
	const domain: Domain = { ...old, cuts };
	const last = 1 << (cuts.length - 1);
	const widen = (formula: RuleSet["gates"][number]["when"]): typeof formula => {
		if (formula.kind !== "in") return { ...formula, of: formula.of.map(widen) };
		if (formula.fact !== fact || !(formula.cells & last)) return formula;
		return { ...formula, cells: formula.cells | (last << 1) };
	};
	return {
		...rules,
		domains: rules.domains.with(fact, domain),
		scores: rules.scores.map((score) => ({
			...score,
			rules: score.rules.map((rule) => ({ ...rule, when: widen(rule.when) })),
			ladders: score.ladders.map((ladder) =>
				ladder.fact === fact
					? { ...ladder, stepOf: [...ladder.stepOf, ladder.stepOf.at(-1) as number] }
					: ladder,
			),
		})),
		gates: rules.gates.map((gate) => ({ ...gate, when: widen(gate.when) })),
	};
}
