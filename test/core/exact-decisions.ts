/** Whole decisions, from answers as people write them, held against every completion. */
import { expect } from "vitest";
import { masksOf } from "../../src/core/answers.ts";
import { decide } from "../../src/core/decide.ts";
import type { Decision } from "../../src/core/decision.ts";
import { decidingIn, fewestChanges, isSure, type Row, shareIn, verdictIn } from "./brute-force.ts";
import { answersOf, type Property, type Run } from "./random-runs.ts";

const decideRun = (run: Run): Decision => decide(run.rules, answersOf(run));

/** Only rule sets in the language have answers that people can write. */
const spoken = (check: (run: Run, decision: Decision) => void) => (run: Run) => {
	if (run.raw) check(run, decideRun(run));
	else expect(run.raw).toBeUndefined();
};
