/** What a run takes as a whole process, against Node doing nothing. Needs a build. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { spawn } from "@lydell/node-pty";
import { stringify } from "yaml";
import { hospital } from "../test/report/decisions.ts";
import { medianOf } from "./measure.ts";
import type { Row, Suite } from "./results.ts";

const rounds = 21;
const bin = resolve("bin/should-i-finetune.js");

interface Run {
	what: string;
	args: string[];
	/** At most so many times what bare Node takes. */
	times?: number;
	/** At most so many milliseconds, in the quickest round: a busy machine cannot make it quicker. */
	milliseconds?: number;
	/** It asks, in a terminal. */
	asks?: true;
}

/** Reading certificates before anything else, Node starts in two or three times the time. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

export async function start(): Promise<Suite> {
	const folder = mkdtempSync(join(tmpdir(), "bench-start-"));
	const runs = runsIn(folder);
	const bare: number[] = [];
	const found = runs.map((): number[] => []);
	// A first round fills the caches of the disk, and does not count.
	for (let round = 0; round <= rounds; round += 1) {
		const nothing = timeOf(["-e", "0"], folder);
		if (round > 0) bare.push(nothing);
		for (const [place, { args, asks }] of runs.entries()) {
			const time = asks ? await timeToQuestion(args, folder) : timeOf(args, folder);
			if (round > 0) found[place]?.push(time);
		}
	}
	rmSync(folder, { recursive: true });
	const rows = runs.map((run, place) => rowOf(run, found[place] ?? [], bare));
	const over = rows.filter(({ reached }) => reached === false).map(({ what }) => what);
	return {
		title: "Start",
		rows,
		notes: [
			`Time on the clock until the process ends, or the question stands on the screen; against \`node -e 0\` (${medianOf(bare).toFixed(0)} ms) of the same round, without NODE_EXTRA_CA_CERTS: medians of ${rounds} rounds.`,
			`${over.length === 0 ? "All are within the budget." : `Over the budget: ${over.join("; ")}.`} Below the budget, simplicity wins every argument.`,
		],
	};
}

function runsIn(folder: string): Run[] {
	const file = (name: string, content: string) => {
		writeFileSync(join(folder, name), content);
		return join(folder, name);
	};
	const json = file("answers.json", JSON.stringify(hospital, null, 2));
	const yaml = file("answers.yaml", stringify(hospital));
	const rules = join(folder, "rules");
	for (const name of readdirSync("rules").filter((name) => name.endsWith(".yaml")))
		cpSync(join("rules", name), join(rules, name));
	const decide = (path: string, format = "json") => [bin, "--answers", path, "--format", format];
	return [
		{ what: "--version", args: [bin, "--version"] },
		{ what: "JSON, 18 facts", args: decide(json), times: 2.2 },
		{ what: "YAML, 18 facts", args: decide(yaml) },
		{ what: "a report as text", args: decide(json, "text"), times: 3 },
		{ what: "the first question in a terminal", args: [bin, "--no-file"], times: 5, asks: true },
		{
			what: "--rules with a copy of the built-in rules",
			args: [...decide(json), "--rules", rules],
			milliseconds: 300,
		},
	];
}

function timeOf(args: string[], cwd: string): number {
	const from = performance.now();
	const { status } = spawnSync(process.execPath, args, { cwd, env: environment, stdio: "ignore" });
	if (status !== 0) throw new Error(`${args.join(" ")} exits with ${status}.`);
	return performance.now() - from;
}

/** Until the first question stands on the screen. */
function timeToQuestion(args: string[], cwd: string): Promise<number> {
	const { CI: _, ...env } = environment;
	const from = performance.now();
	const terminal = spawn(process.execPath, args, { cwd, env, cols: 80, rows: 30 });
	return new Promise((done, fail) => {
		let screen = "";
		let time: number | undefined;
		terminal.onData((data) => {
			screen += data;
			if (time !== undefined || !screen.includes("Ctrl-C leaves.")) return;
			time = performance.now() - from;
			terminal.write("\x03");
		});
		terminal.onExit(() => (time === undefined ? fail(new Error(screen)) : done(time)));
	});
}

function rowOf(
	{ what, times, milliseconds }: Run,
	found: readonly number[],
	bare: readonly number[],
): Row {
	const ratio = medianOf(found.map((time, round) => time / (bare[round] as number)));
	const least = Math.min(...found);
	const isWithin = times ? ratio <= times : least <= (milliseconds ?? 0);
	return {
		what,
		found: `${ratio.toFixed(2)} × (${medianOf(found).toFixed(0)} ms, least ${least.toFixed(0)} ms)`,
		goal: times ? `${times} ×` : milliseconds ? `${milliseconds} ms` : "",
		...((times ?? milliseconds) && { reached: isWithin }),
	};
}
