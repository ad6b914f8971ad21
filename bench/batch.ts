/** How many lines a second a batch decides, whole runs with their start included. Needs a build. */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askedDomains, type Domain, sizeOf } from "../src/core/answers/domain.ts";
import { formatNumber } from "../src/core/answers/numbers.ts";
import { exampleValue } from "../src/core/diagram/search.ts";
import { type Random, randomOf } from "../test/exact/random-rules.ts";
import { medianOf } from "./measure.ts";
import { rules } from "./profiles.ts";
import { formatRate } from "./rates.ts";
import type { Row, Suite } from "./results.ts";

const lines = 1_000_000;
const fewer = 200_000;
const rounds = 3;
/** Of each fact, to be answered: so that a line has about 270 bytes. */
const known = 0.45;

type Facts = Record<string, string | number>;

const asked = askedDomains(rules.domains);

/** By default any facts: hardly two lines have the same, which takes JSON.parse longest. */
const randomFacts = (random: Random, domains = asked.filter(() => random.chance(known))): Facts =>
	Object.fromEntries(
		domains.map((domain) => [domain.fact, exampleValue(domain, random.int(0, sizeOf(domain) - 1))]),
	);

interface Form {
	head: string;
	line(facts: Facts, place: number): string;
	tail: string;
}

const columns = asked.map(({ fact }) => fact);
const forms = {
	lines: { head: "", line: (facts) => `${JSON.stringify(facts)}\n`, tail: "" },
	array: {
		head: "[\n",
		line: (facts, place) => `${place > 0 ? ",\n" : ""}${JSON.stringify(facts)}`,
		tail: "\n]\n",
	},
	csv: {
		head: `${columns.join(",")}\n`,
		line: (facts) => `${columns.map((fact) => facts[fact] ?? "").join(",")}\n`,
		tail: "",
	},
	bad: {
		head: "",
		line: (facts, place) => `${JSON.stringify({ ...facts, [`fact-${place}`]: "high" })}\n`,
		tail: "",
	},
} satisfies Record<string, Form>;

/** As a simulation writes them. */
const sameDomains = asked.slice(0, Math.round(known * asked.length));

function writeFacts(file: string, form: Form, count: number, domains?: Domain[]): string {
	const { head, line, tail } = form;
	const random = randomOf(7);
	const to = openSync(file, "w");
	writeSync(to, head);
	for (let done = 0; done < count; done += 1000)
		writeSync(
			to,
			Array.from({ length: 1000 }, (_, place) =>
				line(randomFacts(random, domains), done + place),
			).join(""),
		);
	writeSync(to, tail);
	closeSync(to);
	return file;
}

/** Runs a batch in a process of its own, which says in the end how long it took, and its memory at most. */
function measure(file: string, flags: readonly string[]): { seconds: number; megabytes: number } {
	const script = `require("./dist/lib/cli.cjs").main(["batch", ...process.argv.slice(1)]).then(() =>
		process.stderr.write("\\n" + process.uptime() + " " + process.resourceUsage().maxRSS));`;
	const { stderr } = spawnSync(process.execPath, ["-e", script, "--", file, ...flags], {
		encoding: "utf8",
		stdio: ["ignore", "ignore", "pipe"],
	});
	const [seconds = 0, kilobytes = 0] = (stderr.split("\n").at(-1) ?? "").split(" ").map(Number);
	if (!(seconds > 0)) throw new Error(stderr);
	return { seconds, megabytes: kilobytes / 1024 };
}

const plain = ["--fields", "verdict,outlook,total.points"];

export function batch(): Suite {
	const folder = mkdtempSync(join(tmpdir(), "bench-batch-"));
	const write = (name: string, form: Form, count: number, domains?: Domain[]) =>
		writeFacts(join(folder, name), form, count, domains);
	try {
		const many = write("many.ndjson", forms.lines, lines);
		const same = write("same.ndjson", forms.lines, lines, sameDomains);
		const more = write("more.ndjson", forms.lines, 3 * lines);
		const few = write("few.ndjson", forms.lines, fewer);
		const others = {
			"a JSON array": write("array.json", forms.array, fewer),
			CSV: write("table.csv", forms.csv, fewer),
			"bad lines, each with a fault of its own": write("bad.ndjson", forms.bad, fewer),
		};
		return {
			title: "Batch",
			rows: [
				rateRow("verdict, outlook and points, the same facts in all lines", same, plain),
				rateRow("verdict, outlook and points, any facts", many, plain),
				rateRow("verdict, outlook and strength, any facts", many, [
					"--fields",
					"verdict,outlook,strength",
				]),
				rateRow("a summary, any facts", many, ["--summary"]),
				...Object.entries(others).map(([what, file]) => ratioRow(what, file, few)),
				memoryRow(many, more),
			],
			notes: [
				`Whole runs over ${formatNumber(lines)} JSON lines, medians of ${rounds} rounds; the ratios are for ${formatNumber(fewer)} lines, against as many JSON lines. Memory is resident.`,
			],
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function rateRow(what: string, file: string, flags: readonly string[]): Row {
	const times = Array.from({ length: rounds }, () => measure(file, flags).seconds);
	const rate = lines / medianOf(times);
	if (flags !== plain) return { what, found: formatRate(rate), goal: "" };
	return { what, found: formatRate(rate), goal: "200,000/s", reached: rate >= 200_000 };
}

function ratioRow(what: string, file: string, few: string): Row {
	const ratios = Array.from(
		{ length: rounds },
		() => measure(file, plain).seconds / measure(few, plain).seconds,
	);
	const ratio = medianOf(ratios);
	return { what, found: `${ratio.toFixed(2)} x`, goal: "3 x", reached: ratio <= 3 };
}

/** Three times the lines take no more memory, but for what the collector of garbage leaves. */
function memoryRow(many: string, more: string): Row {
	const [once, thrice] = [many, more].map((file) => measure(file, plain).megabytes) as [
		number,
		number,
	];
	return {
		what: `most memory, and with ${formatNumber(3 * lines)} lines`,
		found: `${once.toFixed(0)} MB, ${thrice.toFixed(0)} MB`,
		goal: "1.2 x",
		reached: thrice <= 1.2 * once,
	};
}
