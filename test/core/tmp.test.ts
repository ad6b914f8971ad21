import { test } from "vitest";
import { runsOf } from "./random-runs.ts";
import { sideByPoints, knownOf, gateState } from "./brute-force.ts";
import { walk } from "../../src/core/ranges.ts";
import { judge } from "../../src/core/judge.ts";
import { buildDiagrams } from "../../src/core/diagrams.ts";
test("x", () => {
	const run = runsOf(10230).find((r) => r.masks.join() === "3,1,3,3,3")!;
	console.log(JSON.stringify(run.rules.scores.map(s => [s.weight, s.rules.map(r => [r.points, r.when]), s.ladders.map(l=>[l.fact,l.stepOf,l.steps.map(s=>s.points)])])), JSON.stringify(run.rules.gates.map((g) => g.when)), run.model.threshold, run.model.changeable, run.rules.order);
	console.log(knownOf(run.model, run.masks), walk(run.joint, run.masks), run.model.gates.map((g) => gateState(g, run.masks)));
	for (const cell of [0, 1]) { const m = run.masks.with(4, 2 ** cell); const d = buildDiagrams(run.rules, { answered: m }); console.log(cell, knownOf(run.model, m), walk(run.joint, m), walk(d.joint!, m), run.model.gates.map((g) => gateState(g, m)), judge(run.rules, d, m).gates); }
});
