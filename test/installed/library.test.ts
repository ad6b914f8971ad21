/** The library, imported from where npm has put it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decide } from "../../src/core/decision/decide.ts";
import { answersOf, cases, rules } from "../built-in.ts";
import { hospital } from "../report/decisions.ts";
import { installed, root, run } from "./program.ts";

const cwd = installed.project;

/** Runs a module beside the package. */
const runModule = (source: string) =>
	run(["--input-type=module", "--eval", source], { command: [process.execPath] });

test("does nothing on import", async () => {
	const before = readdirSync(cwd);
	const screen = await runModule(`const before = Object.keys(globalThis).length;
		const library = await import("should-i-finetune");
		if (Object.keys(globalThis).length !== before) throw new Error("It adds globals.");
		process.stderr.write(Object.keys(library).sort().join(" "));`);
	const stderr = "decide formats loadCases loadRules parseAnswers report";
	expect(screen).toEqual({ stdout: "", stderr, code: 0 });
	expect(readdirSync(cwd)).toEqual(before);
});

test("runs the example of the README", async () => {
	const example = readFileSync(join(root, "examples/library.mjs"), "utf8");
	expect(readFileSync(join(root, "README.md"), "utf8")).toContain(example.trim());
	const { stdout, code } = await runModule(example);
	expect(code).toBe(0);
	expect(stdout).toMatch(/^.+ Confidence: 0\.\d+\.\n/);
	expect(stdout).toMatch(/^Ask next: [\w-]+$/m);
	expect(await run(["check", "decision.md"])).toMatchObject({ code: 0 });
});

test("has every case as it is written", async () => {
	const { stdout } = await runModule(`const { loadCases } = await import("should-i-finetune");
		process.stdout.write(JSON.stringify(await loadCases()));`);
	const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
	expect(JSON.parse(stdout)).toEqual({ ok: true, value: cases.toSorted(byId) });
});

/** Decides each of these facts by the package, and spoils each decision before the next. */
const decideThere = async (table: readonly object[]) => {
	const source = `const { decide, loadRules, parseAnswers } = await import("should-i-finetune");
		const rules = (await loadRules()).value;
		const decisions = ${JSON.stringify(table)}.map((facts) => {
			const decision = decide(rules, parseAnswers(rules, facts, "test").value);
			const text = JSON.stringify(decision);
			decision.unknown.reverse();
			for (const one of decision.unknown) one.couldFlip = !one.couldFlip;
			return text;
		});
		process.stdout.write("[" + decisions + "]");`;
	return JSON.parse((await runModule(source)).stdout);
};

describe("what the build has found out ahead changes no decision", async () => {
	const table: [name: string, facts: Record<string, string | number>][] = [
		["nothing is answered", {}],
		["nothing is answered, once more", {}],
		["one is answered with unknown", { goal: "unknown" }],
		["one is answered", { goal: "task-quality" }],
		["much is answered", hospital],
	];
	const decided = await decideThere(table.map(([, facts]) => facts));

	test.each(table)("%s", (name, facts) => {
		const here = JSON.parse(JSON.stringify(decide(rules, answersOf(facts))));
		expect(decided[table.findIndex((row) => row[0] === name)]).toEqual(here);
	});
});
