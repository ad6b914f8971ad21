/** What the package weighs: packed, installed with its dependencies, and in memory. Needs a build. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Suite } from "./results.ts";

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

function bytesIn(folder: string): number {
	return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
		const path = join(folder, entry.name);
		if (entry.name === "node_modules") return sum;
		return sum + (entry.isDirectory() ? bytesIn(path) : statSync(path).size);
	}, 0);
}

/** Every package that an install without development tools brings, with its size. */
function dependencies(): Map<string, number> {
	const found = new Map<string, number>();
	const visit = (folder: string): void => {
		const { dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
		for (const name of Object.keys(dependencies)) {
			const own = join(folder, "node_modules", name);
			const path = existsSync(own) ? own : join("node_modules", name);
			if (found.has(path) || !existsSync(path)) continue;
			found.set(path, bytesIn(path));
			visit(path);
		}
	};
	visit(".");
	return found;
}

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
	const all = dependencies();
	const needed = [...all.values()].reduce((sum, bytes) => sum + bytes, 0);
	const installed = unpackedSize + needed;
	const heap = heapOfDecision();
	const largest = [...all].sort(([, a], [, b]) => b - a).slice(0, 4);
	const named = largest.map(
		([path, bytes]) => `${path.split("node_modules/").pop()} ${kilobytes(bytes)}`,
	);
	return {
		title: "Memory and size",
		rows: [
			{ what: "packed", found: kilobytes(packed), goal: "400 kB", reached: packed < 400_000 },
			{ what: "unpacked, without dependencies", found: kilobytes(unpackedSize), goal: "" },
			{
				what: `installed with ${all.size} dependencies`,
				found: kilobytes(installed),
				goal: "6,000 kB",
				reached: installed < 6_000_000,
			},
			{
				what: "heap after one decision, above bare Node",
				found: kilobytes(heap),
				goal: "12,000 kB",
				reached: heap < 12_000_000,
			},
		],
		notes: [
			`What stands in the way of a small install: ${named.join(", ")}. The program has their code in its bundle; installed they serve the types of the library (zod) and nothing else.`,
		],
	};
}
