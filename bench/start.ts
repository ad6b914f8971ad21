/** What a run costs as a whole process, against Node doing nothing. Needs a build. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stringify } from "yaml";
import { keys, open } from "../test/interviews/terminal.ts";
import { hospital } from "../test/report/decisions.ts";
import { medianOf } from "./measure.ts";
import type { Row, Suite } from "./results.ts";

const rounds = 21;
const bin = "bin/should-i-finetune.js";

interface Run {
	what: string;
	args: string[];
	goal?: number;
	/** It asks, in a terminal. */
	asks?: true;
	/** Without the compiled code that earlier runs have left. */
	isFirst?: true;
}

type Environment = Record<string, string | undefined>;

const timed = 'TIMEFORMAT="CPU %3U %3S"; time "$0" "$@"';

/** User and system time in milliseconds, as the shell counts it. */
function cpuOf(args: string[], environment: Environment): number {
	const { stderr } = spawnSync("bash", ["-c", `${timed} >/dev/null`, process.execPath, ...args], {
		encoding: "utf8",
		env: { ...environment, LC_ALL: "C" },
	});
	return readTime(stderr);
}

/** The same, until the first question stands on the screen of a terminal, and Ctrl-C. */
async function cpuOfQuestion(args: string[], environment: Environment): Promise<number> {
	const { HOME: _, ...env } = environment as Record<string, string>;
	const session = open(args.with(0, resolve(bin)), {
		cwd: tmpdir(),
		env: { ...env, LC_ALL: "C", CI: "" },
		command: ["bash", "-c", timed, process.execPath],
	});
	await session.see(/Ctrl-C leaves\.\s*$/);
	session.send(keys.interrupt);
	return readTime((await session.end()).text);
}

function readTime(text: string): number {
	const [, user, system] = /CPU (\S+) (\S+)\s*$/.exec(text) ?? [];
	return (Number(user) + Number(system)) * 1000;
}

/** Has Node read certificates before it does anything: then it starts in two or three times the time. */
const slowing = "NODE_EXTRA_CA_CERTS";

/** As it is here, and as it is elsewhere. */
function environments(): [name: string, Environment][] {
	const { [slowing]: certificates, ...plain } = process.env;
	if (certificates === undefined) return [["", plain]];
	return [
		[`, with ${slowing}`, process.env],
		["", plain],
	];
}

export async function start(): Promise<Suite> {
	const folder = mkdtempSync(join(tmpdir(), "bench-start-"));
	const runs = runsIn(folder);
	const measured: Measured[] = [];
	for (const [name, environment] of environments())
		measured.push({ name, ...(await measure(runs, environment)) });
	rmSync(folder, { recursive: true });
	const bare = measured.map(
		({ name, bare }) =>
			`${medianOf(bare).toFixed(0)} ms, least ${Math.min(...bare).toFixed(0)} ms${name}`,
	);
	return {
		title: "Start",
		rows: measured.flatMap(({ name, bare, found }) =>
			runs.map((run, place) =>
				rowOf({ ...run, what: run.what + name }, found[place] ?? [], Math.min(...bare)),
			),
		),
		notes: [
			`Whole-process CPU, user and system, against \`node -e 0\` (${bare.join("; ")}) of the same round; medians of ${rounds} rounds. All but the first run of all have compiled code from an earlier run.`,
		],
	};
}

function runsIn(folder: string): Run[] {
	const file = (name: string, content: string) => {
		writeFileSync(join(folder, name), content);
		return join(folder, name);
	};
	const json = file("answers.json", JSON.stringify(hospital, null, 2));
	const little = file("little.json", '{"goal": "task-quality"}');
	const yaml = file("answers.yaml", stringify(hospital));
	const decide = (path: string, format = "json") => [bin, "--answers", path, "--format", format];
	return [
		{ what: "JSON answers, 18 facts", args: decide(json), goal: 1.25 },
		{ what: "JSON answers, 1 fact", args: decide(little), goal: 1.25 },
		{ what: "JSON answers, 18 facts, the first run of all", args: decide(json), isFirst: true },
		{ what: "YAML answers, 18 facts", args: decide(yaml), goal: 1.6 },
		{ what: "--help", args: [bin, "--help"], goal: 1.25 },
		{ what: "--version", args: [bin, "--version"], goal: 1.25 },
		{ what: "JSON answers, report as text", args: decide(json, "text") },
		{ what: "the first question in a terminal", args: [bin, "--no-file"], goal: 2, asks: true },
	];
}

interface Found {
	cpu: number;
	ratio: number;
}

interface Measured {
	name: string;
	/** By round. */
	bare: number[];
	/** By run, by round. */
	found: Found[][];
}

/** All commands in turn, many times: each against the bare Node of its own round. */
async function measure(
	runs: readonly Run[],
	environment: Environment,
): Promise<Omit<Measured, "name">> {
	const found = runs.map((): Found[] => []);
	const bare: number[] = [];
	// A first round leaves compiled code to the others, and does not count.
	for (let round = 0; round <= rounds; round += 1) {
		const nothing = cpuOf(["-e", "0"], environment);
		if (round > 0) bare.push(nothing);
		for (const [place, { args, asks, isFirst }] of runs.entries()) {
			const own = isFirst ? { ...environment, NODE_DISABLE_COMPILE_CACHE: "1" } : environment;
			const cpu = asks ? await cpuOfQuestion(args, own) : cpuOf(args, own);
			if (round > 0) found[place]?.push({ cpu, ratio: cpu / nothing });
		}
	}
	return { bare, found };
}

function rowOf({ what, goal }: Run, found: Found[], least: number): Row {
	const ratio = medianOf(found.map((one) => one.ratio));
	const quickest = Math.min(...found.map(({ cpu }) => cpu)) / least;
	return {
		what,
		found: `${ratio.toFixed(2)} × (quickest ${quickest.toFixed(2)} ×)`,
		goal: goal ? `${goal} ×` : "",
		...(goal && { reached: ratio <= goal }),
	};
}
