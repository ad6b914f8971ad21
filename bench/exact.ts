/** The figures of the exact answers. */
import { checkRuleSet } from "../src/core/checks/check-rules.ts";
import type { Diagram } from "../src/core/diagram.ts";
import { buildDiagrams } from "../src/core/diagrams.ts";
import { findFlips } from "../src/core/flips.ts";
import { judge, verdictAt } from "../src/core/judge.ts";
import { diagramsOf } from "../src/core/packed-diagrams.ts";
import { rangeOf } from "../src/core/ranges.ts";
import { weighUnknowns } from "../src/core/unknowns.ts";
import { randomOf } from "../test/core/random-rules.ts";
import { measureEntangled } from "./entangled.ts";
import { medianOf, printTime, time } from "./measure.ts";
import { cellsOf, partOf, profilesOf, rules } from "./profiles.ts";
import { meanQuestions } from "./questions.ts";
import type { Row, Suite } from "./results.ts";

const { threshold } = rules.verdict;
const diagrams = diagramsOf(rules);
const joint = diagrams.joint as Diagram;

const timed = (what: string, goal: number, work: () => unknown, times = 1): Row => {
	const { median, least } = time(work, { times });
	return {
		what,
		found: `${printTime(median)} (least ${printTime(least)})`,
		goal: printTime(goal),
		reached: median <= goal,
	};
};

/** From nothing known to everything known, as an interview goes. */
function partialAnswers() {
	const random = randomOf(2);
	return profilesOf(200).map((profile, place) => partOf(profile, (place % 10) / 10, random));
}

const changeable = (fact: number) =>
	rules.questions[rules.domains[fact]?.fact as string]?.yours === true;

/** The median and the slowest of many partial answers. */
function overAnswers(what: string, goal: number, work: (answers: Partial) => unknown): Row {
	const values = partialAnswers().map((answers) => {
		const masks = cellsOf(answers);
		const judgement = judge(rules, diagrams, masks);
		return time(() => work({ answers, masks, judgement }), { rounds: 3, times: 3 }).median;
	});
	const median = medianOf(values);
	const found = `${printTime(median)} (slowest ${printTime(Math.max(...values))})`;
	return { what, found, goal: printTime(goal), reached: median <= goal };
}

interface Partial {
	answers: ReturnType<typeof partOf>;
	masks: number[];
	judgement: ReturnType<typeof judge>;
}

export function exact(): Suite {
	const nothing = cellsOf({});
	const judgement = judge(rules, diagrams, nothing);
	const { asked, inOrder } = meanQuestions(1000);
	const share = asked / inOrder;
	return {
		title: "Exact answers",
		rows: [
			timed("exact range, nothing known", 0.05, () => rangeOf(joint, nothing), 50),
			overAnswers("exact range, 200 partial answers", 0.05, ({ masks }) => rangeOf(joint, masks)),
			timed(
				"next question, nothing known",
				5,
				() => weighUnknowns(rules, joint, { judgement, masks: nothing, answers: {} }),
				10,
			),
			overAnswers("next question, 200 partial answers", 5, (known) =>
				weighUnknowns(rules, joint, known),
			),
			overAnswers("fewest changes, 200 partial answers", 1, ({ masks }) => {
				const { verdict } = verdictAt(joint, masks, threshold);
				const to = verdict === "fine-tuning" ? "prompt-engineering" : "fine-tuning";
				findFlips(joint, { threshold, to, masks, changeable });
			}),
			timed("build of all diagrams", 50, () => buildDiagrams(rules)),
			timed("all checks of the built-in rules", 1000, () => checkRuleSet(rules)),
			{
				what: "mean questions until settled, 1,000 profiles",
				found: `${asked.toFixed(2)} of ${inOrder.toFixed(2)} in file order: ${(share * 100).toFixed(0)} %`,
				goal: "60 %",
				reached: share <= 0.6,
			},
			...measureEntangled(),
		],
		notes: [`The joint diagram has ${joint.level.length} nodes.`],
	};
}
