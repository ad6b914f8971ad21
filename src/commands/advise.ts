/** The default command: answers in, decision out. */
import { inFileOrder } from "../core/answers/answers.ts";
import { decide } from "../core/decision/decide.ts";
import type { Decision } from "../core/decision/decision.ts";
import { unmetExpectation } from "../core/decision/expectation.ts";
import { sayUnlisted } from "../core/decision/provider-notices.ts";
import { good, type Problem } from "../core/problems.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { loadIndexedCases } from "../io/load-cases.ts";
import { loadPanel } from "../io/load-panel.ts";
import type { World } from "../io/world.ts";
import { loadReport } from "../report/load-report.ts";
import { sayConfidence } from "../report/sentences.ts";
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
	if (!options.value.asks) {
		sayWhyNot(flags, given.value, world);
		return deliver(given.value, options.value, { rules, world });
	}
	const asked = await ask(flags, given.value, { rules, world, options: options.value });
	if (asked === "interrupted") return exit.interrupted;
	const answers = inFileOrder(asked.answers, Object.keys(rules.questions));
	return deliver({ ...asked, answers }, options.value, { rules, world });
}

/** Loaded when it is used: most runs ask nothing. */
async function ask(
	flags: Given<typeof adviseFlags>,
	given: Gathered,
	{ rules, world, options }: Pick<Surroundings, "rules" | "world"> & { options: Options },
): Promise<Asked | "interrupted"> {
	const { interview } = await import("../interview/start.ts");
	const { all, asOf, accessible } = options;
	const measure = (path: string) => measureForInterview(path, { rules, world });
	return interview(rules, given, {
		...{ world, all, asOf, accessible, measure },
		flags: sameFlags(flags),
	});
}

/** Loaded when it is used: most people know how many examples they have. */
async function measureForInterview(
	path: string,
	{ rules, world }: Pick<Surroundings, "rules" | "world">,
) {
	const { measureData, sayMeasured } = await import("./measure-data.ts");
	const read = await measureData([path], rules, world);
	if (!read.ok) return read;
	const { answers, uncounted } = read.value;
	return good({ answers, says: [sayMeasured([path], read.value)], uncounted });
}

/** What is known, and whether somebody was asked for it. */
type Asked = Gathered & { wasAsked?: boolean };

/** Why a person who gave nothing was asked nothing either. */
function sayWhyNot(
	flags: Given<typeof adviseFlags>,
	{ answers }: Gathered,
	{ isCI, isInteractive, isDumb, complain }: World,
): void {
	const gaveSomething = flags.answers !== undefined || Object.keys(answers).length > 0;
	if (flags["no-input"] || isCI || gaveSomething) return;
	if (!isInteractive)
		complain(
			"Nothing was asked: stdin and stderr are not a terminal. Give facts as flags or with --answers; --help lists them.",
		);
	else if (isDumb)
		complain(
			"Nothing was asked: TERM=dumb cannot draw questions. Use --accessible for plain ones, or give facts as flags.",
		);
}

/** Decides and reports. */
async function deliver(
	{ answers, title, wasAsked = false }: Asked,
	options: Options,
	{ rules, world }: Pick<Surroundings, "rules" | "world">,
): Promise<ExitCode> {
	const { asOf, output, format, brief, full } = options;
	const cases = await loadIndexedCases(rules);
	if (!cases.ok) return refuse(world, cases.problems);
	const decision = decide(rules, answers, { asOf, cases: cases.value, title });
	const unlisted = sayUnlisted(rules, answers);
	if (unlisted) world.complain(unlisted);
	const doubts = options.strict ? unsettled(decision) : [];
	if (doubts.length > 0) return refuse(world, doubts);
	if (output.length > 0) {
		const { writeReports } = await import("./write-reports.ts");
		const shown = { decision, rules, date: options.date, brief, full };
		const failed = await writeReports(output, shown);
		if (failed.length > 0) return refuse(world, failed);
		world.complain(`${decision.headline} Wrote ${output.map(({ file }) => file).join(", ")}.`);
		if (wasAsked) world.complain(sayConfidence(decision));
	} else {
		const report = await loadReport(format);
		const whatIf = format === "html" ? await loadPanel() : undefined;
		const style = { ...world.style, full, bars: !options.accessible };
		world.print(report(decision, rules, style, { whatIf, asOf: options.date, brief }));
		// A report is longer than a screen: what matters most stands where the eye is.
		if (wasAsked)
			for (const line of ["", decision.headline, sayConfidence(decision)]) world.complain(line);
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
