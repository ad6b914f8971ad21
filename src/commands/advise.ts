/** The default command: answers in, decision out. */
import type { Answers } from "../core/answers.ts";
import { decide } from "../core/decide.ts";
import type { Decision } from "../core/decision.ts";
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rule-set.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { interview } from "../io/interview.ts";
import { keepAnswers } from "../io/interview-keep.ts";
import type { World } from "../io/world.ts";
import { writeReports } from "../io/write-reports.ts";
import { report } from "../report/reports.ts";
import { gatherAnswers, inFileOrder } from "./gather-answers.ts";
import { type Flags, type Options, parseOptions, sameFlags } from "./options.ts";

export async function advise(
	flags: Flags,
	{ rules, world }: { rules: RuleSet; world: World },
): Promise<ExitCode> {
	const options = parseOptions(flags, world);
	const given = await gatherAnswers(flags, rules, world);
	const problems = [options, given].flatMap((read) => (read.ok ? [] : read.problems));
	if (!options.ok || !given.ok) return refuse(world, problems);
	const { input, all } = options.value;
	const asked = input ? await interview(rules, given.value, { world, all }) : given.value;
	if (asked === "interrupted") return exit.interrupted;
	const answers = inFileOrder(asked, Object.keys(rules.questions));
	const code = await deliver(answers, options.value, { rules, world });
	if (asked === given.value) return code;
	const kept = await keepAnswers(rules, answers, { world, flags: sameFlags(flags) });
	return kept === "interrupted" ? exit.interrupted : code;
}

/** Decides and reports. */
async function deliver(
	answers: Answers,
	options: Options,
	{ rules, world }: { rules: RuleSet; world: World },
): Promise<ExitCode> {
	const { asOf, output, format } = options;
	const decision = decide(rules, answers, { asOf });
	const doubts = options.strict ? unsettled(decision) : [];
	if (doubts.length > 0) return refuse(world, doubts);
	if (output.length === 0) world.print(report(format, decision, rules, world.style));
	else {
		const failed = await writeReports(output, { decision, rules });
		if (failed.length > 0) return refuse(world, failed);
		world.complain(`${decision.headline} Wrote ${output.map(({ file }) => file).join(", ")}.`);
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

function meetExpectation({ verdict }: Decision, { expect }: Options, world: World): ExitCode {
	if (expect === undefined || expect === verdict) return exit.done;
	world.complain(`The verdict is ${verdict}, not ${expect} as expected.`);
	return exit.unexpected;
}
