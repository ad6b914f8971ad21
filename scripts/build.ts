/** Builds dist: the compiled source, and the built-in rules checked and compiled to data. */
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { printPlace } from "../src/core/problems.ts";
import { builtInFolder, readRuleFolder } from "../src/io/read-rule-folder.ts";

// tsc leaves the output of deleted sources behind.
rmSync("dist", { recursive: true, force: true });
execFileSync("npx", ["tsc", "-p", "tsconfig.build.json"], {
	stdio: "inherit",
	shell: process.platform === "win32",
});

const read = await readRuleFolder(builtInFolder, "rules");
if (!read.ok) {
	for (const { at, message } of read.problems)
		console.error(`${at ? printPlace(at) : "rules"}: ${message}`);
	process.exit(2);
}
writeFileSync("dist/built-in.json", JSON.stringify(read.value.rules));
