/** The results of `rules test`, and what no test shows yet. */

import { oneLine } from "../../core/harmless.ts";
import { formatPlace } from "../../core/problems.ts";
import type { Coverage } from "../../core/verify/coverage.ts";
import type { TestResult } from "../../core/verify/rule-tests.ts";
import { json } from "../json.ts";
import type { Shape } from "../style.ts";

export function formatTests(
	results: TestResult[],
	coverage: Coverage,
	{ shape, tooLow, minCoverage }: { shape: Shape; tooLow: boolean; minCoverage: number },
): string {
	const failed = results.filter(({ failures }) => failures.length > 0);
	if (shape === "json")
		return json({
			passed: results.length - failed.length,
			failed: failed.map(({ test, failures }) => ({ name: test.name, at: test.at, failures })),
			coverage,
		});
	return [
		...failed.map(({ test, failures }) =>
			[`${formatPlace(test.at)} failed: ${test.name}`, ...failures.map((line) => `  ${line}`)]
				.map(oneLine)
				.join("\n"),
		),
		...(coverage.missing.length > 0
			? ["No test covers these yet. Paste the ones you agree with:", ""]
			: []),
		...coverage.missing.map(
			({ name, test, unproved }) =>
				test ??
				`# ${unproved ? "too many rules to search for an example" : "no possible answers cover"}: ${name}`,
		),
		`${results.length - failed.length} passed, ${failed.length} failed; ` +
			`${coverage.shown} of ${coverage.all} items covered (rules that fire and stay quiet, both sides of each threshold, verdicts, gates).`,
		...(tooLow ? [`Coverage is below ${minCoverage}%.`] : []),
	].join("\n");
}
