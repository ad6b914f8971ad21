/** The default command: answers in, decision out. */
import { type Answers, inFileOrder } from "../core/answers/answers.ts";
import { decide } from "../core/decision/decide.ts";
import type { Decision } from "../core/decision/decision.ts";
import { unmetExpectation } from "../core/decision/expectation.ts";
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { loadIndexedCases } from "../io/load-cases.ts";
import { loadPanel } from "../io/load-panel.ts";
import type { World } from "../io/world.ts";
import { loadReport } from "../report/load-report.ts";
import type { adviseFlags, Given } from "./flags.ts";
import { type FactFlags, type Gathered, gatherAnswers } from "./gather-answers.ts";
import { type Options, parseOptions, sameFlags } from "./options.ts";
import type { Surroundings } from "./surroundings.ts";

export async function advise(
	flags: Given<typeof adviseFlags> & FactFlags,
	{ rules, world }: Surroundings,
): Promise<ExitCode> {
	const options = parseOptions(flags, world);
	const given = await gatherAnswers(flags, rules, world);
	const problems = [options, given].flatMap((read) => (read.ok ? [] : read.problems));
	if (!options.ok || !given.ok) return refuse(world, problems);
	const { asks, all } = options.value;
	const { answers: known, title } = given.value;
	const asked = asks ? await ask(known, { rules, world, all }) : known;
	if (asked === "interrupted") return exit.interrupted;
	const answers = inFileOrder(asked, Object.keys(rules.questions));
	const code = await deliver({ answers, title }, options.value, { rules, world });
	if (asked === known) return code;
	const { keepAnswers } = await import("../interview/keep-answers.ts");
	const kept = await keepAnswers(rules, answers, { world, flags: sameFlags(flags) });
	return kept === "interrupted" ? exit.interrupted : code;
}

/** Loaded when it is used: most runs ask nothing. */
async function ask(
	given: Answers,
	{ rules, world, all }: { rules: RuleSet; world: World; all: boolean },
): Promise<Answers | "interrupted"> {
	const { interview } = await import("../interview/interview.ts");
	return interview(rules, given, { world, all });
}

/** Decides and reports. */
async function deliver(
	{ answers, title }: Gathered,
	options: Options,
	{ rules, world }: Pick<Surroundings, "rules" | "world">,
): Promise<ExitCode> {
	const { asOf, output, format, brief, full } = options;
	const cases = await loadIndexedCases(rules);
	if (!cases.ok) return refuse(world, cases.problems);
	const decision = decide(rules, answers, { asOf, cases: cases.value, title });
	const doubts = options.strict ? unsettled(decision) : [];
	if (doubts.length > 0) return refuse(world, doubts);
	if (output.length > 0) {
		const { writeReports } = await import("./write-reports.ts");
		const failed = await writeReports(output, { decision, rules, date: options.date, brief, full });
		if (failed.length > 0) return refuse(world, failed);
		world.complain(`${decision.headline} Wrote ${output.map(({ file }) => file).join(", ")}.`);
	} else {
		const report = await loadReport(format);
		const whatIf = format === "html" ? await loadPanel() : undefined;
		const style = { ...world.style, full };
		world.print(report(decision, rules, style, { whatIf, asOf: options.date, brief }));
	}
	return meetExpectation(decision, options, world);
}

/** With --strict, what is unknown and could change the verdict is an error. */
const unsettled = ({ unknown, settled }: Decision): Problem[] =>
	settled
		? []
		: unknown
				.filter(({ couldFlip }) => couldFlip)
				.map(({ fact }) => ({
					code: "unsettled",
					message: `${fact} is not known and could change the verdict.`,
					hint: `Answer it with --${fact}; should-i-finetune explain ${fact} says how to find out.`,
				}));

function meetExpectation(decision: Decision, { expect }: Options, world: World): ExitCode {
	const unmet = unmetExpectation(decision, expect);
	if (unmet === undefined) return exit.done;
	world.complain(unmet);
	return exit.unexpected;
}
