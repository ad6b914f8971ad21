/** Builds dist: the program, its help, the library's types, the script of HTML reports, and the built-in rules and cases as data. */
import { rmSync, writeFileSync } from "node:fs";
import { runProgram } from "../src/cli-program.ts";
import { type Problem, printPlace } from "../src/core/problems.ts";
import { bundlePage } from "../src/io/load-page.ts";
import { builtInCases, readCases } from "../src/io/read-cases.ts";
import { builtInFolder, readRuleFolder } from "../src/io/read-rule-folder.ts";
import { realWorld, type World } from "../src/io/world.ts";
import { fileStyle } from "../src/report/style.ts";
import { bundleProgram } from "./build-bundle.ts";
import { prepareRules, printCases } from "./build-rules.ts";
import { writeTypes } from "./build-types.ts";

rmSync("dist", { recursive: true, force: true });
writeTypes();
await bundleProgram();

writeFileSync("dist/what-if.js", await bundlePage());

const read = await readRuleFolder(builtInFolder, "rules");
if (!read.ok) refuse(read.problems);
const prepared = prepareRules(read.value.rules);
writeFileSync("dist/built-in.json", JSON.stringify(prepared.now));
writeFileSync("dist/built-in-later.json", JSON.stringify(prepared.later));

const cases = await readCases(builtInCases, read.value.rules.questions);
if (!cases.ok) refuse(cases.problems);
const { compared, rest } = printCases(read.value.rules, cases.value);
writeFileSync("dist/compared-cases.jsonl", compared);
writeFileSync("dist/rest-of-cases.json", rest);

const help: string[] = [];
const page: World = { ...realWorld(), style: fileStyle, print: (text) => help.push(text) };
await runProgram(["--help"], { rules: read.value.rules, world: page });
writeFileSync("dist/help.txt", help.join("\n"));

function refuse(problems: Problem[]): never {
	for (const { at, message } of problems)
		console.error(`${at ? printPlace(at) : "rules"}: ${message}`);
	process.exit(2);
}
