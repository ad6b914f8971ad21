/** How fast training data is inspected, against JSON.parse of the same lines; its memory, and near duplicates found. Needs a build. */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatNumber } from "../src/core/answers/numbers.ts";
import { openNear } from "../src/inspect/data/rows/collectors.ts";
import { addWords, openWords } from "../src/inspect/data/rows/words.ts";
import { type Random, randomOf } from "../test/exact/random-rules.ts";
import { medianOf } from "./measure.ts";
import type { Row, Suite } from "./results.ts";

const megabyte = 1_000_000;
const rounds = 3;

/** Words as often as in a text: the first ones come again and again. */
const vocabulary = Array.from({ length: 5000 }, (_, at) => (at * 7919 + 12_345).toString(36));
const wordOf = (random: Random): string => {
	const share = random.int(0, 1_000_000) / 1_000_000;
	return vocabulary[Math.floor(vocabulary.length * share ** 3) % vocabulary.length] ?? "";
};
const sentence = (random: Random, words: number): string =>
	Array.from({ length: words }, () => wordOf(random)).join(" ");

const chatLine = (random: Random): string =>
	`${JSON.stringify({
		messages: [
			{ role: "system", content: "You are a helpful assistant of the support team." },
			{ role: "user", content: `${sentence(random, random.int(20, 90))}?` },
			{ role: "assistant", content: `${sentence(random, random.int(20, 90))}.` },
		],
	})}\n`;

function writeChats(file: string, bytes: number): string {
	const random = randomOf(11);
	const to = openSync(file, "w");
	for (let written = 0; written < bytes; ) {
		const block = Array.from({ length: 1000 }, () => chatLine(random)).join("");
		written += writeSync(to, block);
	}
	closeSync(to);
	return file;
}

interface Measured {
	/** CPU time of the process, threads of the collector included. */
	seconds: number;
	megabytes: number;
}

const usage = `const { userCPUTime: u, systemCPUTime: s, maxRSS } = process.resourceUsage();
	process.stderr.write("\\n" + (u + s) / 1e6 + " " + maxRSS);`;

function measure(script: string, argv: readonly string[]): Measured {
	const { stderr } = spawnSync(process.execPath, ["-e", script, "--", ...argv], {
		encoding: "utf8",
		stdio: ["ignore", "ignore", "pipe"],
	});
	const [seconds = 0, kilobytes = 0] = (stderr.split("\n").at(-1) ?? "").split(" ").map(Number);
	if (!(seconds > 0)) throw new Error(stderr);
	return { seconds, megabytes: kilobytes / 1024 };
}

const inspectFile = (file: string, ...flags: string[]): Measured =>
	measure(
		`require("./dist/lib/cli.cjs").main(["inspect", "data", ...process.argv.slice(1)]).then(() => { ${usage} });`,
		[file, ...flags],
	);

/** The least that a reader has to do: whole lines, each of them parsed. */
const parseFile = (file: string): Measured =>
	measure(
		`const lines = require("node:readline").createInterface({ input: require("node:fs").createReadStream(process.argv[1]) });
		let count = 0;
		lines.on("line", (line) => { count += JSON.parse(line) ? 1 : 0; }).on("close", () => { ${usage} });`,
		[file],
	);

const median = (run: () => Measured): number =>
	medianOf(Array.from({ length: rounds }, () => run().seconds));

export async function inspect(): Promise<Suite> {
	const folder = mkdtempSync(join(tmpdir(), "bench-inspect-"));
	try {
		const small = writeChats(join(folder, "small.jsonl"), 100 * megabyte);
		const large = writeChats(join(folder, "large.jsonl"), 1000 * megabyte);
		const tokens = writeChats(join(folder, "tokens.jsonl"), 50 * megabyte);
		return {
			title: "Training data",
			rows: [...speeds(small), ...memories(large), tokenTime(tokens), ...nearDuplicates()],
			notes: [
				"Speeds are CPU time of whole processes, medians of three, on chats of 700 bytes. JSON.parse is readline and JSON.parse, a line at a time.",
			],
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function speeds(file: string): Row[] {
	const size = statSync(file).size / megabyte;
	const parse = median(() => parseFile(file));
	const all = median(() => inspectFile(file, "--no-tokens"));
	const ratio = parse / all;
	return [
		{
			what: "JSON.parse of 100 MB",
			found: `${formatNumber(Math.round(size / parse))} MB/s`,
			goal: "",
		},
		{
			what: "all checks of 100 MB, without tokens",
			found: `${formatNumber(Math.round(size / all))} MB/s, ${ratio.toFixed(2)} of JSON.parse`,
			goal: "0.5",
			reached: ratio >= 0.5,
		},
	];
}

function memories(file: string): Row[] {
	const { megabytes, seconds } = inspectFile(file, "--no-tokens");
	return [
		{
			what: "memory for 1 GB of JSON lines",
			found: `${formatNumber(Math.round(megabytes))} MB, in ${Math.round(seconds)} s of CPU`,
			goal: "250 MB",
			reached: megabytes <= 250,
		},
	];
}

const tokenTime = (file: string): Row => ({
	what: "50 MB with tokens of a sample",
	found: `${inspectFile(file).seconds.toFixed(1)} s`,
	goal: "",
});

function addRow(near: ReturnType<typeof openNear>, row: readonly string[], at: number): void {
	const words = openWords();
	addWords(words, row.join(" "));
	near.add(words, at);
}

/** Rows with planted edits: of those with few edits all should be found, of others none. */
function nearDuplicates(): Row[] {
	const random = randomOf(5);
	const rows = Array.from({ length: 2000 }, () => sentence(random, 60).split(" "));
	const edited = (words: readonly string[], edits: number): string[] => {
		const copy = [...words];
		for (let edit = 0; edit < edits; edit += 1) copy[random.int(0, copy.length - 1)] = `new${edit}`;
		return copy;
	};
	const found = (edits: number): number => {
		const near = openNear();
		for (const [at, words] of rows.entries()) addRow(near, words, at);
		for (const [at, words] of rows.entries()) addRow(near, edited(words, edits), rows.length + at);
		return new Set(near.end().later).size;
	};
	const recall = (edits: number) => found(edits) / rows.length;
	const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
	const near = openNear();
	for (const [at, words] of rows.entries()) addRow(near, words, at);
	const wrong = near.end().later.length;
	return [
		{
			what: "near duplicates of 60 words found with 1 edit",
			found: percent(recall(1)),
			goal: "99 %",
			reached: recall(1) >= 0.99,
		},
		{ what: "with 2 edits (about 81 % in common)", found: percent(recall(2)), goal: "" },
		{
			what: "with 6 edits (about 54 % in common)",
			found: percent(recall(6)),
			goal: "0 to 1 %",
			reached: recall(6) <= 0.01,
		},
		{
			what: "found among 2,000 rows that have nothing to do with each other",
			found: formatNumber(wrong),
			goal: "0",
			reached: wrong === 0,
		},
	];
}
