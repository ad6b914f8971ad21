/**
 * The library: the same rules, the same decisions and the same reports as the command line.
 * Nothing is printed, nothing is sent, and importing it does nothing.
 *
 * @example
 * import { decide, loadRules, parseAnswers, report } from "should-i-finetune";
 *
 * const rules = await loadRules();
 * if (!rules.ok) throw new Error(rules.problems[0]?.message);
 * const answers = parseAnswers(rules.value, { goal: "task-quality", examples: "500..2000" });
 * if (!answers.ok) throw new Error(answers.problems[0]?.message);
 * console.log(report("markdown", decide(rules.value, answers.value), rules.value));
 *
 * @module
 */
import { parseAnswers as parseRaw } from "./core/answers/answers.ts";
import { decide as decideBy } from "./core/decision/decide.ts";
import type { RuleSet as CompiledRules } from "./core/rules/rule-set.ts";
import { loadCases as readCases } from "./io/load-cases.ts";
import { loadRules as readRules } from "./io/load-rules.ts";
import type {
	Answers,
	DecideOptions,
	Decision,
	Format,
	PublishedCase,
	Result,
	RuleSet,
	Style,
} from "./public.ts";
import { formats as allFormats } from "./report/formats.ts";
import { report as formatReport } from "./report/reports.ts";

export type * from "./public.ts";

/** The formats of {@link report}. */
export const formats: readonly Format[] = allFormats;

/** Whoever holds a rule set has it from {@link loadRules}, which makes no other. */
const compiled = (rules: RuleSet): CompiledRules => rules as CompiledRules;

/**
 * Reads a rule set: without a folder the one of this package, which is then read from the disk
 * once for each call. A folder holds YAML files, as `should-i-finetune rules schema` describes.
 *
 * Never rejects over what a folder holds: `problems` then has every fault with its file, line and
 * column (both from 1).
 */
export const loadRules = (folder?: string): Promise<Result<RuleSet>> => readRules(folder);

/** Reads the published cases of this package, for the option `cases` of {@link decide}. */
export const loadCases = (): Promise<Result<PublishedCase[]>> => readCases();

/**
 * Checks answers, given by fact: `{ goal: "task-quality", "monthly-requests": 200_000 }`.
 * `rules.questions` has every fact with its values; the same are in `should-i-finetune --help`.
 *
 * A value is one of the fact's words, a number, a boolean for yes or no, a set (`"500..2000"`,
 * `"monthly,daily"`, `["monthly", "daily"]`, `"not daily"`) or `"unknown"`; a fact left out is
 * unknown, too. Units: `monthly-requests` in calls a month; `prompt-tokens` and `output-tokens` in
 * tokens a call; `monthly-spend-usd` in US dollars a month; `budget-usd` in US dollars, once;
 * `examples` in labelled examples; `weeks` in weeks. `rules.questions[fact].number.unit` says the
 * same.
 *
 * Never throws over answers: `problems` then has every fault, with what is allowed. `from` names
 * where the answers come from, in problems and in the decision.
 */
export const parseAnswers = (
	rules: RuleSet,
	answers: Readonly<Record<string, unknown>>,
	from = "answers",
): Result<Answers> => {
	const given = Object.entries(answers).filter(([, value]) => value !== undefined);
	return parseRaw(
		compiled(rules).questions,
		given.map(([fact, value]) => ({ fact, value, from })),
	);
};

/**
 * Decides. Pure: the same rules, answers and options give the same decision, with no clock and no
 * chance. The first call for a rule set prepares it, which takes longer.
 *
 * Units: `points` are the rule set's own, positive for fine-tuning; those of `reasons` are weighted
 * as they count in `total`, those of a score count `weight` times. `confidence` is the probability,
 * from 0.5 to 1, that `outlook` is right, calibrated on published cases; shares and similarities
 * run from 0 to 1. Each of `reasons` names its rule, its row in the lecture's table and its sources:
 * `rules.evidence[source]` says who wrote it, when, what it says, and what its author gains.
 * `decision.schema.json` in this package describes every field.
 *
 * `answers` must come from {@link parseAnswers} with the same rules; nothing else throws.
 */
export const decide = (rules: RuleSet, answers: Answers, options?: DecideOptions): Decision =>
	decideBy(compiled(rules), answers, options);

const plain: Style = { width: 80, color: false, unicode: true };

/**
 * A decision as text in one of the `formats`, without a line break at its end.
 * `rules` are those that it was made by. `style.width` is in columns; only `text` uses the style.
 * `html` has everything but the what-if panel, which the command line adds.
 */
export const report = (
	format: Format,
	decision: Decision,
	rules: RuleSet,
	style: Partial<Style> = {},
): string => formatReport(format, decision, compiled(rules), { ...plain, ...style });
