/** How sure the outlook is, with the share of completions counted only where it tells. */

import type { Cells } from "../answers/domain.ts";
import { confidenceFrom, marginOf, strengthOf } from "../decision/confidence.ts";
import type { Decision } from "../decision/decision.ts";
import type { Diagram } from "../diagram/diagram.ts";
import type { Range } from "../diagram/ranges.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { makeOutlookShare, type OutlookShare } from "./outlook-share.ts";

type Strength = Decision["strength"];

export const strengths: readonly Strength[] = ["close", "leaning", "clear"];

/** Points that are kept in mind: rules with large ones know no end of them. */
const mostKept = 10_000;

export interface Known {
	/** The total, and the same without signs. */
	points: number;
	said: number;
	/** Whether the outlook is fine-tuning. */
	outlook: boolean;
}

/** How the strength goes with the share of completions that agree, when points are known. */
interface Course {
	/** When none agrees, and when all do. */
	none: Strength;
	all: Strength;
	/** Between these shares it leaves the first, and comes to the last unless there is a third. */
	turn: Range;
}

/** Halvings of the shares in question: the turn is then known better than a share. */
const halvings = 30;

/** @returns the place in {@link strengths} of what `strengthOf` says */
export function makeStrengths(rules: RuleSet, joint: Diagram) {
	let shareOf: OutlookShare | undefined;
	const courses = new Map<number, Course>();

	const strengthAt = ({ points, said }: Known, agree: number): Strength => {
		const margin = marginOf(points, rules.verdict);
		return strengthOf(rules, confidenceFrom(rules, { margin, weight: said, agree }));
	};

	const findCourse = (known: Known): Course => {
		const [none, all] = [strengthAt(known, 0), strengthAt(known, 1)];
		const turn = { min: 0, max: 1 };
		for (let halving = 0; none !== all && halving < halvings; halving += 1) {
			const middle = (turn.min + turn.max) / 2;
			turn[strengthAt(known, middle) === none ? "min" : "max"] = middle;
		}
		return { none, all, turn };
	};

	const courseOf = (known: Known): Course => {
		const key = known.points * 2 ** 26 + known.said;
		const found = courses.get(key);
		if (found) return found;
		if (courses.size >= mostKept) courses.clear();
		const course = findCourse(known);
		courses.set(key, course);
		return course;
	};

	return (known: Known, cells: () => Cells[]): number => {
		const { none, all, turn } = courseOf(known);
		if (none === all) return strengths.indexOf(all);
		// Made when it is first asked: it takes longer than many decisions.
		shareOf ??= makeOutlookShare(rules, joint);
		const agreeing = (tune: number) => (known.outlook ? tune : 1 - tune);
		/** On one side of the turn, one share tells as much as another. */
		const sideOf = (agree: number): Strength | undefined => {
			if (agree <= turn.min) return none;
			return agree >= turn.max && areNext(none, all) ? all : undefined;
		};
		const isEnough = ({ min, max }: Range) => {
			const side = sideOf(agreeing(min));
			return side !== undefined && side === sideOf(agreeing(max));
		};
		const agree = agreeing(shareOf(cells(), isEnough) ?? 0.5);
		return strengths.indexOf(sideOf(agree) ?? strengthAt(known, agree));
	};
}

const areNext = (a: Strength, b: Strength): boolean =>
	Math.abs(strengths.indexOf(a) - strengths.indexOf(b)) === 1;
