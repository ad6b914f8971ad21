/** `npm run score`: how often the advice agrees with what happened. `-- --cases DIR`, `-- --markdown`. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { formatPlace, type Problem } from "../src/core/problems.ts";
import { builtInCases, readCases } from "../src/io/read-cases.ts";
import { builtInFolder, readRuleFolder } from "../src/io/read-rule-folder.ts";
import { measure } from "./score/measure.ts";
import { formatScore } from "./score/print-score.ts";

const { values } = parseArgs({
	options: { cases: { type: "string" }, markdown: { type: "boolean", default: false } },
});
const folder = values.cases === undefined ? builtInCases : resolve(values.cases);

const read = await readRuleFolder(builtInFolder, "rules");
const casesIn = async (place: string) =>
	read.ok ? await readCases(place, read.value.rules.questions) : read;
const cases = await casesIn(folder);
// What a decision shows beside the cases of any folder are the ones that ship.
const shown = folder === builtInCases ? cases : await casesIn(builtInCases);
if (read.ok && cases.ok && shown.ok) {
	const isBuiltIn = folder === builtInCases;
	const score = measure(read.value.rules, cases.value, { isBuiltIn, pool: shown.value });
	console.log(formatScore(score, { markdown: values.markdown }));
} else refuse([read, cases, shown].flatMap((one) => (one.ok ? [] : one.problems)));

function refuse(problems: Problem[]): void {
	for (const { at, message, hint } of new Set(problems)) {
		console.error(`error: ${at ? `${formatPlace(at)}: ` : ""}${message}`);
		if (hint) console.error(`       ${hint}`);
	}
	process.exitCode = 2;
}
