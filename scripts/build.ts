/** Builds dist: the program and the library, the library's types, the panel of HTML reports, and the built-in rules and cases as data. */
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { build, type RolldownOutput } from "rolldown";
import { formatPlace, type Problem } from "../src/core/problems.ts";
import { bundlePanel } from "../src/io/load-panel.ts";
import { builtInCases, readCases } from "../src/io/read-cases.ts";
import { builtInFolder, readRuleFolder } from "../src/io/read-rule-folder.ts";
import { formatLicenses } from "./build-licenses.ts";
import { indexCases, prepareRules } from "./build-rules.ts";

rmSync("dist", { recursive: true, force: true });

const program = await build({
	input: { cli: "src/cli/run.ts", index: "src/index.ts", "batch-worker": "src/batch/worker.ts" },
	platform: "node",
	external: ["rolldown"],
	resolve: { alias: { "@modelcontextprotocol/server/_shims": resolve("src/mcp/shims.ts") } },
	output: {
		dir: "dist/lib",
		// CommonJS: Node starts it faster than modules.
		format: "cjs",
		entryFileNames: "[name].cjs",
		chunkFileNames: "[name].cjs",
		minify: true,
	},
});
// By their names: a star would hand on what newer versions of Node add to a CommonJS module.
writeFileSync(
	"dist/lib/index.js",
	`export { ${exportsOf(program, "index")} } from "./index.cjs";\n`,
);
writeFileSync("dist/THIRD-PARTY-LICENSES.txt", formatLicenses(filesIn(program)));
writeFileSync("dist/what-if.js", await bundlePanel());
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "scripts/types.json"], {
	stdio: "inherit",
});

const rules = await readRuleFolder(builtInFolder, "rules");
if (!rules.ok) refuse(rules.problems);
const cases = await readCases(builtInCases, rules.value.rules.questions);
if (!cases.ok) refuse(cases.problems);
writeFileSync("dist/rules.json", JSON.stringify(prepareRules(rules.value.rules)));
writeFileSync("dist/cases.json", JSON.stringify(indexCases(rules.value.rules, cases.value)));

function exportsOf({ output }: RolldownOutput, entry: string): string {
	const found = output.find((file) => file.type === "chunk" && file.isEntry && file.name === entry);
	if (found?.type !== "chunk") throw new Error(`There is no entry ${entry}.`);
	return found.exports.join(", ");
}

/** The source files whose code is in the bundle. */
function filesIn({ output }: RolldownOutput): string[] {
	return output.flatMap((file) =>
		file.type === "chunk"
			? Object.entries(file.modules).flatMap(([id, { renderedLength }]) =>
					renderedLength > 0 ? [id] : [],
				)
			: [],
	);
}

function refuse(problems: Problem[]): never {
	for (const { at, message } of problems)
		console.error(`${at ? formatPlace(at) : "rules"}: ${message}`);
	process.exit(2);
}
