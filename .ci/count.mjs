/** Adds up vitest's results of several suites; anything that failed, was skipped or never ran makes it fail. */
import { existsSync, readFileSync } from "node:fs";

const counts = { passed: 0, failed: 0, skipped: 0 };

for (const file of process.argv.slice(2)) {
	if (!existsSync(file)) {
		console.log(`Not run to its end: ${file}`);
		counts.failed += 1;
		continue;
	}
	for (const { name, status, assertionResults } of JSON.parse(readFileSync(file, "utf8"))
		.testResults) {
		// A file that does not load has no tests.
		if (status === "failed" && assertionResults.length === 0) {
			console.log(`Failed: ${name}`);
			counts.failed += 1;
		}
		for (const test of assertionResults) {
			const key = ["passed", "failed"].includes(test.status) ? test.status : "skipped";
			counts[key] += 1;
			if (key !== "passed") console.log(`${key}: ${name}: ${test.fullName}`);
		}
	}
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed + counts.skipped > 0 || counts.passed === 0 ? 1 : 0;
