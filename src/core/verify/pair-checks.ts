/** Checks of two rules of one score: same, inside, opposite. */
import { NEVER } from "../diagram/conditions.ts";
import { isInside } from "../diagram/search.ts";
import type { CompiledRule } from "../rules/rule-set.ts";
import type { CheckContext, Finding } from "./finding.ts";

export function checkPairs({ rules, conditions }: CheckContext): Finding[] {
	const inside = isInside(conditions);
	return rules.scores.flatMap((score) => {
		const all = score.rules
			.map((rule) => ({ rule, condition: conditions.intern(rule.when) }))
			.filter(({ condition }) => !inside(condition, NEVER));
		return all.flatMap((a, place) =>
			all.slice(place + 1).flatMap((b): Finding[] => {
				const first = inside(a.condition, b.condition);
				const second = inside(b.condition, a.condition);
				if (first && second) return [equal(a.rule, b.rule)];
				if (first) return [included(a.rule, b.rule)];
				return second ? [included(b.rule, a.rule)] : [];
			}),
		);
	});
}

function equal(a: CompiledRule, b: CompiledRule): Finding {
	const apart = a.points * b.points < 0;
	return {
		code: apart ? "opposite" : "same",
		about: [b.id, a.id],
		message: `${b.id} holds for the same answers as ${a.id}${apart ? " but points the other way" : ""}.`,
		suggestion: "Merge the two rules.",
		at: b.at,
	};
}

function included(inner: CompiledRule, outer: CompiledRule): Finding {
	return {
		code: "inside",
		about: [inner.id, outer.id],
		message: `${inner.id} holds only where ${outer.id} holds.`,
		suggestion: "Merge them, or say under `explained` why both are needed.",
		at: inner.at,
	};
}
