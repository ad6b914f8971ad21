/** Where two rule sets are too large to compare exactly: the same shares, estimated on answers drawn at random. */
import { type Cells, firstCell, sizeOf } from "../answers/domain.ts";
import { type Formula, factsOf } from "../rules/formula.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { vetoOf } from "../rules/veto.ts";
import { makeRandom } from "../statistics/random.ts";
import type { Comparison } from "./compare-rule-sets.ts";
import { commonDomains, refine } from "./refine.ts";

/** So many that a share is within 0.3 points in 19 of 20 cases. */
export const drawnAnswers = 100_000;
/** Tests of both rule sets for one answer at most; the built-in rules take a tenth. More would take longer than a few seconds. */
const mostTests = 1_000;
/** The same answers in every run. */
const seed = 1;

/** Every value range of a fact is drawn equally often. Undefined for rule sets that would take too long. */
export function sampleComparison(
	before: RuleSet,
	after: RuleSet,
): { verdict: Comparison; outlook: Comparison } | undefined {
	if (testsOf(before) + testsOf(after) > mostTests) return undefined;
	const domains = commonDomains(before, after);
	const sizes = domains.map(sizeOf);
	const [a, b] = [before, after].map((rules) => refine(rules, domains)) as [RuleSet, RuleSet];
	const [vetoOfA, vetoOfB] = [vetoOf(a), vetoOf(b)];
	const random = makeRandom(seed);
	const moves = { verdict: { tune: 0, prompt: 0 }, outlook: { tune: 0, prompt: 0 } };
	for (let drawn = 0; drawn < drawnAnswers; drawn += 1) {
		const masks = sizes.map((size) => 1 << Math.floor(random() * size));
		const [old, now] = [adviceOn(a, vetoOfA, masks), adviceOn(b, vetoOfB, masks)];
		for (const what of ["verdict", "outlook"] as const)
			if (old[what] !== now[what]) moves[what][now[what] ? "tune" : "prompt"] += 1;
	}
	const shares = ({ tune, prompt }: { tune: number; prompt: number }): Comparison => ({
		toFineTuning: { share: tune / drawnAnswers, example: undefined },
		toPrompts: { share: prompt / drawnAnswers, example: undefined },
	});
	return { verdict: shares(moves.verdict), outlook: shares(moves.outlook) };
}

const testsOf = ({ scores, gates }: RuleSet): number =>
	[...scores.flatMap(({ rules }) => rules), ...gates].reduce(
		(sum, { when }) => sum + factsOf(when).length,
		scores.flatMap(({ ladders }) => ladders).length,
	);

/** Whether verdict and outlook are fine-tuning, where every fact has one cell. */
function adviceOn(rules: RuleSet, veto: Formula, masks: readonly Cells[]) {
	const total = rules.scores.reduce((sum, { weight, ladders, rules: ofScore }) => {
		const steps = ladders.map(({ fact, stepOf, steps }) => {
			const step = stepOf[firstCell(masks[fact] as Cells)] as number;
			return steps[step]?.points ?? 0;
		});
		const held = ofScore.map(({ when, points }) => (holds(when, masks) ? points : 0));
		return sum + weight * [...steps, ...held].reduce((all, points) => all + points, 0);
	}, 0);
	const outlook = total >= rules.verdict.threshold && !holds(veto, masks);
	return { outlook, verdict: outlook && rules.gates.every(({ when }) => holds(when, masks)) };
}

/** Where nothing is open, a test that holds until it is excluded is like any other. */
function holds(formula: Formula, masks: readonly Cells[]): boolean {
	if (formula.kind === "in") return ((masks[formula.fact] as Cells) & formula.cells) !== 0;
	const part = (one: Formula) => holds(one, masks);
	return formula.kind === "all" ? formula.of.every(part) : formula.of.some(part);
}
