/** The built-in rules and cases, read once per test process. */
import { type Answers, parseAnswers } from "../src/core/answers/answers.ts";
import { builtInCases, readCases } from "../src/io/read-cases.ts";
import { builtInFolder, readRuleFolder } from "../src/io/read-rule-folder.ts";

const readRules = await readRuleFolder(builtInFolder, "rules");
if (!readRules.ok) throw new Error(JSON.stringify(readRules.problems, null, 2));
export const rules = readRules.value.rules;

const read = await readCases(builtInCases, rules.questions);
if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
export const cases = read.value;

/** Answers to the built-in questions; it is a mistake of the test when they are refused. */
export function answersOf(facts: Record<string, unknown>): Answers {
	const raw = Object.entries(facts).map(([fact, value]) => ({ fact, value, from: "test" }));
	const answers = parseAnswers(rules.questions, raw);
	if (!answers.ok) throw new Error(JSON.stringify(answers.problems, null, 2));
	return answers.value;
}
