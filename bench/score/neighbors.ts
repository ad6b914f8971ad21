/** What the nearest cases of a decision are worth: how often they are about the same kind of work. */
import type { PublishedCase } from "../../src/core/cases/case-file.ts";
import { indexOf } from "../../src/core/cases/case-index.ts";
import { workFact } from "../../src/core/cases/case-weights.ts";
import { nearestCases } from "../../src/core/cases/nearest-cases.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { percent, type Section } from "./print.ts";
import { answersOf } from "./sample-cases.ts";

/** What is shown beside a case. */
export interface Neighbors {
	work: string;
	/** Cases shown, and those that could be on the same kind of work: as many as exist, at most all. */
	shown: number;
	possible: number;
	same: number;
	isNearestSame: boolean;
	hasBothOutcomes: boolean;
}

/** Every case that tells its kind of work, beside the ones that a decision would show for it; never itself. */
export function lookAround(
	rules: RuleSet,
	cases: readonly PublishedCase[],
	pool: readonly PublishedCase[],
): Neighbors[] {
	const index = indexOf(rules, pool);
	return cases.flatMap((published) => {
		const work = published.facts[workFact];
		if (typeof work !== "string") return [];
		const others = pool.filter(({ id, facts }) => id !== published.id && facts[workFact] === work);
		const shown = nearestCases(rules, answersOf(rules, published), index);
		return {
			work,
			shown: shown.length,
			possible: Math.min(shown.length, others.length),
			same: shown.filter((one) => one.work === work).length,
			isNearestSame: shown[0]?.work === work,
			hasBothOutcomes: new Set(shown.map(({ outcome }) => outcome)).size === 2,
		};
	});
}

const aim = 80;

export function neighborSection(all: readonly Neighbors[]): Section {
	const works = [...new Set(all.map(({ work }) => work))].sort();
	const groups = works.map((work): [string, Neighbors[]] => [
		work,
		all.filter((one) => one.work === work),
	]);
	return {
		title: `Nearest cases on the same kind of work, percent (aim: ${aim})`,
		table: {
			head: ["", "cases", "of those shown", "the nearest one", "both outcomes shown"],
			rows: [...groups, ["together", [...all]] as const].map(([name, some]) => [
				name,
				String(some.length),
				percent(part(sum(some, "same"), sum(some, "possible"))),
				percent(part(some.filter((one) => one.isNearestSame).length, some.length)),
				percent(part(some.filter((one) => one.hasBothOutcomes).length, some.length)),
			]),
		},
		lines: [
			"  Each case is compared with the cases that a decision with its facts shows, except itself. Of those shown, the share on the same kind of work, out of the places that other cases on that kind of work could fill.",
		],
	};
}

const sum = (all: readonly Neighbors[], key: "same" | "possible"): number =>
	all.reduce((total, one) => total + one[key], 0);

const part = (some: number, all: number): number | undefined =>
	all === 0 ? undefined : some / all;
