/** The figures of the exact answers. */

import { judge } from "../src/core/decision/judge.ts";
import { turningChanges } from "../src/core/decision/turning-changes.ts";
import { describeUnknowns } from "../src/core/decision/unknowns.ts";
import { buildDiagrams } from "../src/core/diagram/build-diagrams.ts";
import type { Diagram } from "../src/core/diagram/diagram.ts";
import { diagramsOf } from "../src/core/diagram/packed-diagrams.ts";
import { rangeOf } from "../src/core/diagram/ranges.ts";
import { checkRuleSet } from "../src/core/verify/check-rules.ts";
import { randomOf } from "../test/exact/random-rules.ts";
import { measureEntangled } from "./entangled.ts";
import { formatTime, medianOf, time } from "./measure.ts";
import { cellsOf, partOf, profilesOf, rules } from "./profiles.ts";
import { meanQuestions } from "./questions.ts";
import type { Row, Suite } from "./results.ts";

const diagrams = diagramsOf(rules);
const joint = diagrams.joint as Diagram;

const timed = (what: string, goal: number, work: () => unknown, times = 1): Row => {
	const { median, least } = time(work, { times });
	return {
		what,
		found: `${formatTime(median)} (least ${formatTime(least)})`,
		goal: formatTime(goal),
		reached: median <= goal,
	};
};

/** From nothing known to everything known, as an interview goes. */
function partialAnswers() {
	const random = randomOf(2);
	return profilesOf(200).map((profile, place) => partOf(profile, (place % 10) / 10, random));
}

/** The median and the slowest of many partial answers. */
function overAnswers(what: string, goal: number, work: (answers: Partial) => unknown): Row {
	const values = partialAnswers().map((answers) => {
		const masks = cellsOf(answers);
		const judgement = judge(rules, diagrams, masks);
		return time(() => work({ answers, masks, judgement }), { rounds: 3, times: 3 }).median;
	});
	const median = medianOf(values);
	const found = `${formatTime(median)} (slowest ${formatTime(Math.max(...values))})`;
	return { what, found, goal: formatTime(goal), reached: median <= goal };
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
				() => describeUnknowns(rules, joint, { judgement, masks: nothing, answers: {} }),
				10,
			),
			overAnswers("next question, 200 partial answers", 5, (known) =>
				describeUnknowns(rules, joint, known),
			),
			overAnswers("fewest changes, 200 partial answers", 1, ({ masks, judgement: { verdict } }) =>
				turningChanges(rules, diagrams, { masks, verdict }),
			),
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
