/** The built-in rules and cases, read once per test process. */
import { builtInCases, readCases } from "../src/io/read-cases.ts";
import { builtInFolder, readRuleFolder } from "../src/io/read-rule-folder.ts";

const readRules = await readRuleFolder(builtInFolder, "rules");
if (!readRules.ok) throw new Error(JSON.stringify(readRules.problems, null, 2));
export const rules = readRules.value.rules;

const read = await readCases(builtInCases, rules.questions);
if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
export const cases = read.value;
