/** The library: `import { decide, loadRules, parseAnswers, report } from "should-i-finetune"`. */
export {
	type Answer,
	type Answers,
	type AnswerValue,
	parseAnswers,
	type RawAnswer,
} from "./core/answers.ts";
export { type DecideOptions, decide } from "./core/decide.ts";
export type { Decision } from "./core/decision.ts";
export type { Place, Problem, Result } from "./core/problems.ts";
export type { RuleSet } from "./core/rule-set.ts";
export { loadRules } from "./io/load-rules.ts";
export { type Format, formats, report } from "./report/reports.ts";
export type { Style } from "./report/style.ts";
