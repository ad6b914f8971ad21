/** The installed program against input that means harm: it may refuse, but in its own words, soon and cheaply. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { folderOf, program } from "../installed/program.ts";
import { plainEnv } from "../interviews/terminal.ts";

export interface Trial {
	/** What is wrong with the input, in a few words. */
	what: string;
	argv: readonly string[];
	/** What stands in the folder of the run. */
	files?: Record<string, string | Uint8Array>;
	stdin?: string | Uint8Array;
	env?: Record<string, string>;
	/** The exit code; 2 unless the input turns out to be harmless, or may turn out either way. */
	code?: number | "either";
	/** What is said, by whichever stream. */
	says?: RegExp | string;
}

export interface Outcome {
	code: number | null;
	signal: string | null;
	stdout: string;
	stderr: string;
	/** Peak memory of the process, in MB. */
	megabytes: number;
	folder: string;
}

/** Longer is a hang, in milliseconds, and the run is killed: twice what one may take alone, since several run side by side. */
const patience = 10_000;
const mostMegabytes = 300;
const peak = `--require=${join(import.meta.dirname, "peak.cjs")}`;

/** Runs one trial to its end, or kills it. */
export async function attempt(trial: Trial): Promise<Outcome> {
	const folder = folderOf(trial.files);
	const [node = "", ...first] = program;
	const child = spawn(node, [...first, ...trial.argv], {
		cwd: folder,
		env: { ...plainEnv, NODE_OPTIONS: peak, ...trial.env },
		stdio: ["pipe", "pipe", "pipe", "pipe"],
		timeout: patience,
		killSignal: "SIGKILL",
	});
	// A program that has refused its flags does not wait for what it is sent.
	child.stdin?.on("error", () => undefined).end(trial.stdin ?? "");
	const ended = new Promise<[number | null, string | null]>((resolve, reject) => {
		child.on("error", reject).on("close", (code, signal) => resolve([code, signal]));
	});
	const [stdout = "", stderr = "", kilobytes = ""] = await Promise.all(
		child.stdio.slice(1, 4).map((stream) => text(stream as Readable)),
	);
	const [code, signal] = await ended;
	return { code, signal, stdout, stderr, megabytes: Number(kilobytes) / 1024, folder };
}

/** No stack, no hang, no greed, and a word of its own with each refusal. */
export function expectCivil({ code, signal, stdout, stderr, megabytes }: Outcome): void {
	expect(signal, `killed after ${patience} ms`).toBeNull();
	expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+|This is a bug/m);
	expect([0, 1, 2]).toContain(code);
	// What `check` finds is a report; everything else is refused on stderr.
	if (code === 2) expect(stderr + stdout).toMatch(/^error: \S|\bbroken\b/m);
	expect(megabytes).toBeLessThan(mostMegabytes);
}

/** One test for each trial of a door. */
export function tryAll(trials: readonly Trial[]): void {
	test.each(trials)("$what", async (trial) => {
		const outcome = await attempt(trial);
		expectCivil(outcome);
		const { code, stdout, stderr } = outcome;
		if (trial.code !== "either")
			expect({ code, stderr }).toEqual({ code: trial.code ?? 2, stderr });
		if (trial.says !== undefined) expect(stdout + stderr).toMatch(trial.says);
	});
}
