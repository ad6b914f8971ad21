/**
 * `npm run score`: how often the advice agrees with what happened. `-- --cases DIR`, `-- --markdown`,
 * `-- --threads FILE` (public questions with the step that decided them; they are not part of the package).
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { formatPlace, type Problem } from "../src/core/problems.ts";
import type { RuleSet } from "../src/core/rules/rule-set.ts";
import { builtInCases, readCases } from "../src/io/read-cases.ts";
import { builtInFolder, readRuleFolder } from "../src/io/read-rule-folder.ts";
import { measure } from "./score/measure.ts";
import { type Section, toText } from "./score/print.ts";
import { formatScore } from "./score/print-score.ts";
import { readThreads } from "./score/read-threads.ts";
import { threadSection } from "./score/threads.ts";

const usualThreads = "../shared/threads.yaml";

const { values } = parseArgs({
	options: {
		cases: { type: "string" },
		threads: { type: "string" },
		markdown: { type: "boolean", default: false },
	},
});
const folder = values.cases === undefined ? builtInCases : resolve(values.cases);

const read = await readRuleFolder(builtInFolder, "rules");
const casesIn = async (place: string) =>
	read.ok ? await readCases(place, read.value.rules.questions) : read;
const cases = await casesIn(folder);
// What a decision shows beside the cases of any folder are the ones that ship.
const shown = folder === builtInCases ? cases : await casesIn(builtInCases);
const threads = read.ok && !values.markdown ? await judgeThreads(read.value.rules) : undefined;
if (read.ok && cases.ok && shown.ok && threads?.ok !== false) {
	const isBuiltIn = folder === builtInCases;
	const score = measure(read.value.rules, cases.value, { isBuiltIn, pool: shown.value });
	console.log(formatScore(score, { markdown: values.markdown }));
	if (threads) console.log(`\n${toText([threads.value])}`);
} else refuse([read, cases, shown, threads].flatMap((one) => (one && !one.ok ? one.problems : [])));

async function judgeThreads(
	rules: RuleSet,
): Promise<{ ok: true; value: Section } | { ok: false; problems: Problem[] }> {
	const file = values.threads ?? usualThreads;
	if (values.threads === undefined && !existsSync(file))
		return { ok: true, value: { title: `Public questions: left out, there is no ${file}` } };
	const read = await readThreads(file, rules);
	return read.ok ? { ok: true, value: threadSection(rules, read.value) } : read;
}

function refuse(problems: Problem[]): void {
	for (const { at, message, hint } of new Set(problems)) {
		console.error(`error: ${at ? `${formatPlace(at)}: ` : ""}${message}`);
		if (hint) console.error(`       ${hint}`);
	}
	process.exitCode = 2;
}
