/** Builds dist: the compiled source, the script of HTML reports, and the built-in rules and cases as data. */
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { type Problem, printPlace } from "../src/core/problems.ts";
import { bundlePage } from "../src/io/load-page.ts";
import { builtInCases, readCases } from "../src/io/read-cases.ts";
import { builtInFolder, readRuleFolder } from "../src/io/read-rule-folder.ts";
import { bundleProgram } from "./build-bundle.ts";
import { pickCompared, prepareRules } from "./build-rules.ts";

// tsc leaves the output of deleted sources behind.
rmSync("dist", { recursive: true, force: true });
execFileSync("npx", ["tsc", "-p", "tsconfig.build.json"], {
	stdio: "inherit",
	shell: process.platform === "win32",
});

await bundleProgram();

// The what-if panel of an HTML report is one script; its parts alone are of no use.
writeFileSync("dist/what-if.js", await bundlePage());
rmSync("dist/page", { recursive: true });

const read = await readRuleFolder(builtInFolder, "rules");
if (!read.ok) refuse(read.problems);
const prepared = prepareRules(read.value.rules);
writeFileSync("dist/built-in.json", JSON.stringify(prepared.now));
writeFileSync("dist/built-in-later.json", JSON.stringify(prepared.later));

const cases = await readCases(builtInCases, read.value.rules.questions);
if (!cases.ok) refuse(cases.problems);
writeFileSync("dist/cases.json", JSON.stringify(cases.value));
writeFileSync(
	"dist/compared-cases.json",
	JSON.stringify(cases.value.map((one) => pickCompared(read.value.rules, one))),
);

function refuse(problems: Problem[]): never {
	for (const { at, message } of problems)
		console.error(`${at ? printPlace(at) : "rules"}: ${message}`);
	process.exit(2);
}
