/** Runs that are killed: each file is old or new, and the next run takes away what was left. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { blockOf, outdated, today } from "../core/records/documents.ts";
import { folderOf, program } from "../installed/program.ts";

const kills = 100;

/** Runs to the end, or for so many milliseconds. */
function runFor(argv: readonly string[], cwd: string, milliseconds = 60_000): Promise<boolean> {
	const [node = "", ...first] = program;
	const settings = {
		cwd,
		timeout: Math.ceil(milliseconds),
		killSignal: "SIGKILL",
		stdio: "ignore",
	} as const;
	return new Promise((resolve, reject) => {
		spawn(node, [...first, ...argv], settings)
			.on("error", reject)
			.on("close", (_code, signal) => resolve(signal !== null));
	});
}

/** Kills runs at moments spread over the time that a whole one takes. */
async function killAll(argv: readonly string[], old: Record<string, string>) {
	const names = Object.keys(old);
	const cwd = folderOf(old);
	const read = (name: string) => readFileSync(join(cwd, name), "utf8");
	const restore = () => {
		for (const [name, text] of Object.entries(old)) writeFileSync(join(cwd, name), text);
	};
	// The shortest of five: after a slow one most moments would lie behind the end.
	let whole = Number.POSITIVE_INFINITY;
	for (let time = 1; time <= 5; time += 1) {
		restore();
		const begun = performance.now();
		await runFor(argv, cwd);
		whole = Math.min(whole, performance.now() - begun);
	}
	const fresh = Object.fromEntries(names.map((name) => [name, read(name)]));
	const seen = { killed: 0, between: 0 };
	for (let moment = 1; moment <= kills; moment += 1) {
		restore();
		if (await runFor(argv, cwd, (whole * moment) / kills)) seen.killed += 1;
		for (const name of names) expect([old[name], fresh[name]]).toContain(read(name));
		if (new Set(names.map((name) => read(name) === fresh[name])).size > 1) seen.between += 1;
	}
	restore();
	await runFor(argv, cwd);
	for (const name of names) expect(read(name)).toBe(fresh[name]);
	expect(readdirSync(cwd).sort()).toEqual(names.toSorted());
	return seen;
}

test("check --write over 50 files", { timeout: 600_000 }, async () => {
	const block = outdated.moved(blockOf());
	const old = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.md`, block]));
	const { killed, between } = await killAll(["check", ".", "--write", "--as-of", today], old);
	expect(killed).toBeGreaterThan(0);
	expect(between).toBeGreaterThan(0);
});

test("several -o", { timeout: 600_000 }, async () => {
	const old = { "a.md": "old\n", "b.html": "old\n", "c.json": "old\n", "d.txt": "old\n" };
	const output = Object.keys(old).flatMap((file) => ["-o", file]);
	const { killed } = await killAll(["--no-input", "--goal", "task-quality", ...output], old);
	expect(killed).toBeGreaterThan(0);
});
