/** `rules check | test | diff | docs | schema`: a rule set looked at by itself. */

import { parseNumber } from "../core/answers/numbers.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { checkRuleSet } from "../core/verify/check-rules.ts";
import { compareRuleSets, movedCases } from "../core/verify/compare-rule-sets.ts";
import { measureCoverage } from "../core/verify/coverage.ts";
import { findUnlikeFacts } from "../core/verify/refine.ts";
import { runTests } from "../core/verify/rule-tests.ts";
import { drawnAnswers, sampleComparison } from "../core/verify/sample-comparison.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { loadCases } from "../io/load-cases.ts";
import { loadRules } from "../io/load-rules.ts";
import type { World } from "../io/world.ts";
import { formatChecked } from "../report/rules/check.ts";
import { formatComparison } from "../report/rules/diff.ts";
import { rulesDocs } from "../report/rules/docs.ts";
import { formatTests } from "../report/rules/test.ts";
import type { Shape } from "../report/style.ts";
import type { Given, rulesTestFlags } from "./flags.ts";
import type { Surroundings } from "./surroundings.ts";

/** Exit code 1 when something is found that the rule set does not explain. */
export function rulesCheck({ rules, world }: Surroundings, shape: Shape): ExitCode {
	const checked = checkRuleSet(rules);
	world.print(formatChecked(checked, rules, shape));
	return checked.findings.length > 0 ? exit.unexpected : exit.done;
}

/** Exit code 1 when a test fails, or coverage is below `minCoverage` per cent. */
export function rulesTest(
	{ rules, world }: Surroundings,
	{ format: shape = "text", ...flags }: Given<typeof rulesTestFlags>,
): ExitCode {
	const minCoverage = parseNumber(flags["min-coverage"] ?? "0") ?? 0;
	const results = runTests(rules);
	const coverage = measureCoverage(rules, results);
	const tooLow = coverage.shown * 100 < coverage.all * minCoverage;
	world.print(formatTests(results, coverage, { shape, tooLow, minCoverage }));
	return tooLow || results.some(({ failures }) => failures.length > 0)
		? exit.unexpected
		: exit.done;
}

/** Exit code 1 when some verdict moves. */
export async function rulesDiff(
	[before, after]: [string, string],
	world: World,
	shape: Shape,
): Promise<ExitCode> {
	const [a, b] = await Promise.all([before, after].map((name) => loadRules(name)));
	const problems = [a, b].flatMap((read) => (read && !read.ok ? read.problems : []));
	if (!a?.ok || !b?.ok) return refuse(world, problems);
	const unlike = findUnlikeFacts(a.value, b.value);
	if (unlike.length > 0) return refuse(world, unlike);
	const compared = compareBoth(a.value, b.value);
	if (!compared) return refuse(world, [tooLargeToCompare]);
	const recorded = await loadCases();
	if (!recorded.ok) return refuse(world, recorded.problems);
	const cases = movedCases(a.value, b.value, recorded.value);
	if (!cases) return refuse(world, [tooLargeToCompare]);
	const { verdict } = compared;
	world.print(formatComparison({ before: a.value, after: b.value, ...compared, cases }, shape));
	return verdict.toFineTuning.share + verdict.toPrompts.share > 0 ? exit.unexpected : exit.done;
}

/** Exactly where that can be done. */
function compareBoth(a: RuleSet, b: RuleSet) {
	const verdict = compareRuleSets(a, b);
	const outlook = verdict && compareRuleSets(a, b, { outlook: true });
	if (verdict && outlook) return { verdict, outlook };
	const estimate = sampleComparison(a, b);
	return estimate && { ...estimate, drawn: drawnAnswers };
}

const tooLargeToCompare = {
	code: "too-large",
	message: "The two rule sets are too large to compare exactly.",
	hint: "Use fewer facts in each rule.",
};

/** Every question, rule, reason and source on one Markdown page. */
export function printRulesDocs({ rules, world }: Surroundings): ExitCode {
	world.print(rulesDocs(rules));
	return exit.done;
}

/** The JSON Schema of a rule file, for editors. */
export async function printRulesSchema({ world }: Surroundings): Promise<ExitCode> {
	const { rulesJsonSchema } = await import("../core/rules/json-schema.ts");
	world.print(rulesJsonSchema().trimEnd());
	return exit.done;
}
