/**
 * `npm run fit`: the scorecard that the published cases give, beside the one in rules/. `-- --interactions`
 * tries each pair of facts that might say more than one after the other.
 */
import { parseArgs } from "node:util";
import { builtInCases, readCases } from "../src/io/read-cases.ts";
import { builtInFolder, readRuleFolder } from "../src/io/read-rule-folder.ts";
import { compareCard } from "./fit/compare.ts";
import { costsOfOverrides, tryInteractions } from "./fit/costs.ts";
import { learnScorecard } from "./fit/learn.ts";
import {
	formatCard,
	formatDifferences,
	formatInteractions,
	formatOverrides,
} from "./fit/print-fit.ts";
import { prepareCourse } from "./score/measure.ts";
import { toText } from "./score/print.ts";

const { values } = parseArgs({ options: { interactions: { type: "boolean", default: false } } });
const read = await readRuleFolder(builtInFolder, "rules");
const cases = read.ok ? await readCases(builtInCases, read.value.rules.questions) : read;
if (read.ok && cases.ok) {
	const { rules } = read.value;
	const course = prepareCourse(rules, cases.value);
	const card = learnScorecard(course.samples, course.candidates);
	const differences = compareCard(rules, card, course.candidates);
	const sections = [
		formatCard(card, course.candidates),
		formatOverrides(costsOfOverrides(rules, cases.value, course)),
		...(values.interactions
			? [formatInteractions(tryInteractions(rules, cases.value, course))]
			: []),
		formatDifferences(differences),
	];
	console.log(toText(sections));
	process.exitCode = differences.length > 0 ? 1 : 0;
} else {
	const problems = [read, cases].flatMap((one) => (one.ok ? [] : one.problems));
	for (const { message } of new Set(problems)) console.error(`error: ${message}`);
	process.exitCode = 2;
}
