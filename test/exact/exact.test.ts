/**
 * The engine against brute force on random rule sets and answers. What is expected comes
 * from trying every completion; see brute-force.ts. `EXACT_RUNS=50000` runs longer.
 */
import { answerProperties } from "./exact-answers.ts";
import { changeProperties } from "./exact-changes.ts";
import { decisionProperties } from "./exact-decisions.ts";
import { forAllRuns } from "./random-runs.ts";

forAllRuns([...answerProperties, ...changeProperties, ...decisionProperties]);
