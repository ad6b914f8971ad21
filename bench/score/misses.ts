/** The cases where the rules as they ship say the other thing, and the reasons that misled them. */

import type { PublishedCase } from "../../src/core/cases/case-file.ts";
import { decide } from "../../src/core/decision/decide.ts";
import type { Decision } from "../../src/core/decision/decision.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import type { Sample } from "./sample-cases.ts";

export interface Miss {
	of: PublishedCase;
	confidence: number;
	total: number;
	threshold: number;
	/** The strongest reasons on the wrong side. */
	misled: Pick<Decision["reasons"][number], "rule" | "points">[];
}

const mostReasons = 3;

/** The surest first. */
export function listMisses(rules: RuleSet, samples: readonly Sample[]): Miss[] {
	return samples
		.flatMap(({ published, full }): Miss[] => {
			const { outlook, confidence, total, reasons } = decide(rules, full.answers);
			if (outlook === published.outcome) return [];
			const misled = reasons
				.filter(({ points }) => points > 0 === (outlook === "fine-tuning"))
				.slice(0, mostReasons)
				.map(({ rule, points }) => ({ rule, points }));
			const { points, threshold } = total;
			return [{ of: published, confidence, total: points, threshold, misled }];
		})
		.sort((a, b) => b.confidence - a.confidence || (a.of.id < b.of.id ? -1 : 1));
}
