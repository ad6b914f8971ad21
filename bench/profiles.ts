/** The built-in rules as they ship, and random answers to them. */

import { improveOrder } from "../scripts/improve-order.ts";
import { type Answers, masksOf } from "../src/core/answers/answers.ts";
import type { Cells } from "../src/core/answers/domain.ts";
import { sizeOf } from "../src/core/answers/domain.ts";
import { exampleValue } from "../src/core/diagram/search.ts";
import type { RuleSet } from "../src/core/rules/rule-set.ts";
import { builtInFolder, readRuleFolder } from "../src/io/read-rule-folder.ts";
import { type Random, randomOf } from "../test/exact/random-rules.ts";

const read = await readRuleFolder(builtInFolder, "rules");
if (!read.ok) throw new Error(read.problems[0]?.message);
export const rules: RuleSet = {
	...read.value.rules,
	order: improveOrder(read.value.rules).order,
};

/** An answer to every fact; every cell is as likely as the next. */
export function randomProfile(random: Random): Answers {
	return Object.fromEntries(
		rules.domains.map((domain) => {
			const value = exampleValue(domain, random.int(0, sizeOf(domain) - 1));
			return [domain.fact, { value, from: "" }];
		}),
	);
}

export const profilesOf = (count: number): Answers[] => {
	const random = randomOf(1);
	return Array.from({ length: count }, () => randomProfile(random));
};

/** Some of the answers, picked at random. */
export const partOf = (answers: Answers, share: number, random: Random): Answers =>
	Object.fromEntries(Object.entries(answers).filter(() => random.chance(share)));

export const cellsOf = (answers: Answers): Cells[] => masksOf(rules, answers);
