/** What a million lines take, against reading each of them with JSON.parse and no more. Needs a build. */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sizeOf } from "../src/core/answers/domain.ts";
import { formatNumber } from "../src/core/answers/numbers.ts";
import { exampleValue } from "../src/core/diagram/search.ts";
import { type Random, randomOf } from "../test/exact/random-rules.ts";
import { medianOf } from "./measure.ts";
import { rules } from "./profiles.ts";
import type { Row, Suite } from "./results.ts";

const lines = 1_000_000;
const rounds = 5;
/** So that a line has about 280 bytes. */
const known = 0.45;

/** A line as most programs write it; numbers anywhere in a cell. */
function randomLine(random: Random): string {
	const facts = rules.domains.filter(() => random.chance(known));
	return JSON.stringify(
		Object.fromEntries(
			facts.map((domain) => [domain.fact, exampleValue(domain, random.int(0, sizeOf(domain) - 1))]),
		),
	);
}

function writeLines(file: string, count: number): number {
	const random = randomOf(7);
	const to = openSync(file, "w");
	let bytes = 0;
	for (let done = 0; done < count; done += 1000) {
		const text = Array.from({ length: 1000 }, () => `${randomLine(random)}\n`).join("");
		bytes += writeSync(to, text);
	}
	closeSync(to);
	return bytes / count;
}

/** Runs a script in a process of its own, which prints one number on stderr. */
function measure(script: string, ...args: string[]): number {
	const { stderr } = spawnSync(process.execPath, ["-e", script, "--", ...args], {
		encoding: "utf8",
		stdio: ["ignore", "ignore", "pipe"],
	});
	const number = Number(stderr);
	if (!(number > 0)) throw new Error(stderr);
	return number;
}

/** Seconds for JSON.parse of every line, with the lines at hand as strings. */
const parseAll = `
	const lines = require("node:fs").readFileSync(process.argv[1], "latin1").split("\\n");
	lines.pop();
	const start = process.hrtime.bigint();
	let read = 0;
	for (const line of lines) if (JSON.parse(line)) read += 1;
	if (read !== lines.length) process.exit(1);
	process.stderr.write(String(Number(process.hrtime.bigint() - start) / 1e9));
`;

/** A whole batch; what it prints in the end is seconds since the process began, or bytes of memory at most. */
const decideAll = (print: string): string => `
	const { main } = require("./dist/lib/cli.cjs");
	main(["batch", ...process.argv.slice(1)]).then(() => {
		process.stderr.write(String(${print}));
	});
`;
const seconds = decideAll("process.uptime()");
const memory = decideAll("process.resourceUsage().maxRSS * 1024");

const runs = [
	{ what: "verdict, outlook and points", flags: ["--fields", "verdict,outlook,total.points"] },
	{ what: "the same with the strength", flags: ["--fields", "verdict,outlook,strength"] },
	{ what: "a summary", flags: ["--summary"] },
];

export function batch(): Suite {
	const folder = mkdtempSync(join(tmpdir(), "bench-batch-"));
	const file = join(folder, "lines.ndjson");
	const long = join(folder, "long.ndjson");
	const length = writeLines(file, lines);
	writeLines(long, 3 * lines);
	const parsed: number[] = [];
	const ratios = runs.map((): number[] => []);
	const taken = runs.map((): number[] => []);
	for (let round = 0; round < rounds; round += 1) {
		const parse = measure(parseAll, file);
		parsed.push(parse);
		for (const [place, { flags }] of runs.entries()) {
			const time = measure(seconds, file, ...flags);
			taken[place]?.push(time);
			ratios[place]?.push(time / parse);
		}
	}
	const most = [file, long].map(
		(path) => Math.max(...runs.map(({ flags }) => measure(memory, path, ...flags))) / 1e6,
	);
	rmSync(folder, { recursive: true });
	return {
		title: "Batch",
		rows: [
			...runs.map(({ what }, place): Row => {
				const ratio = medianOf(ratios[place] ?? []);
				const time = medianOf(taken[place] ?? []).toFixed(2);
				return {
					what,
					found: `${ratio.toFixed(2)} x (${time} s)`,
					goal: "0.5 x",
					reached: ratio <= 0.5,
				};
			}),
			...most.map(
				(megabytes, place): Row => ({
					what: `most memory, ${formatNumber((place === 0 ? 1 : 3) * lines)} lines`,
					found: `${megabytes.toFixed(0)} MB`,
					goal: "250 MB",
					reached: megabytes < 250,
				}),
			),
		],
		notes: [
			`Whole runs over ${formatNumber(lines)} lines of ${length.toFixed(0)} bytes, against JSON.parse of every line on one core (${medianOf(parsed).toFixed(2)} s): medians of ${rounds} rounds. Memory is resident, and the most that one of the three took.`,
		],
	};
}
