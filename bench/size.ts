/** What the package weighs: packed, installed, and in memory. Needs a build. */
import { execFileSync } from "node:child_process";
import type { Suite } from "./results.ts";

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** Heap after one decision, garbage included, above that of Node alone. */
function heapOfDecision(): number {
	const measure = "process.stderr.write(String(process.memoryUsage().heapUsed))";
	const decide = `const { run, realWorld } = require("./dist/lib/start.cjs");
		run(["--goal", "task-quality", "--no-input", "-f", "json"], realWorld()).then(() => { ${measure} });`;
	const heap = (script: string) =>
		Number(
			execFileSync("bash", ["-c", '"$0" -e "$1" 2>&1 >/dev/null', process.execPath, script], {
				encoding: "utf8",
			}),
		);
	return heap(decide) - heap(measure);
}

export function size(): Suite {
	// Without scripts: to pack would build once more.
	const pack = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
		encoding: "utf8",
		stdio: ["ignore", "pipe", "ignore"],
	});
	const [{ size: packed, unpackedSize }] = JSON.parse(pack);
	const heap = heapOfDecision();
	return {
		title: "Memory and size",
		rows: [
			{ what: "packed", found: kilobytes(packed), goal: "400 kB", reached: packed < 400_000 },
			{
				// test/package.test.ts installs it and finds nothing else.
				what: "installed, no dependencies",
				found: kilobytes(unpackedSize),
				goal: "6,000 kB",
				reached: unpackedSize < 6_000_000,
			},
			{
				what: "heap after one decision, above bare Node",
				found: kilobytes(heap),
				goal: "12,000 kB",
				reached: heap < 12_000_000,
			},
		],
	};
}
