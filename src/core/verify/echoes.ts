/** The check for echo: one mechanism that counts twice. */
import { NEVER } from "../diagram/conditions.ts";
import { all, type Formula, factsOf } from "../rules/formula.ts";
import type { CompiledLadder, RuleSet } from "../rules/rule-set.ts";
import { answersFor, type CheckContext, type Finding } from "./finding.ts";

/** A rule, or the part of a ladder that points one way. */
interface Voice {
	id: string;
	when: Formula;
	/** The facts that it rests on, as one word. */
	facts: string;
	side: number;
	at: Finding["at"];
}

/** Two that rest on the same facts, point the same way and can hold together, in whatever scores they are. */
export function checkEchoes(checking: CheckContext): Finding[] {
	const { rules, conditions } = checking;
	const voices = voicesOf(rules);
	return voices.flatMap((one, place) =>
		voices.slice(place + 1).flatMap((other): Finding[] => {
			if (one.facts !== other.facts || one.side !== other.side) return [];
			const both = all([one.when, other.when]);
			if (conditions.intern(both) === NEVER) return [];
			const witness = answersFor(both, checking);
			if (!witness) return [];
			return [
				{
					code: "echo",
					about: [other.id, one.id],
					message: `${other.id} and ${one.id} rest on the same facts, point the same way and count together.`,
					suggestion: "Merge them, or say under `explained` why both are needed.",
					at: other.at,
					witness,
				},
			];
		}),
	);
}

const voicesOf = ({ scores }: RuleSet): Voice[] =>
	scores.flatMap(({ rules, ladders }) => [
		...ladders.flatMap((ladder) => [1, -1].flatMap((side) => voiceOf(ladder, side) ?? [])),
		...rules
			.filter(({ points }) => points !== 0)
			.map(({ id, when, points, at }) => {
				const facts = [...new Set(factsOf(when))].sort((a, b) => a - b).join();
				return { id, when, facts, side: Math.sign(points), at };
			}),
	]);

function voiceOf({ id, fact, stepOf, steps, at }: CompiledLadder, side: number): Voice | undefined {
	const cells = stepOf.reduce(
		(mask, step, cell) =>
			Math.sign(steps[step]?.points ?? 0) === side ? mask | (1 << cell) : mask,
		0,
	);
	return cells === 0
		? undefined
		: { id, when: { kind: "in", fact, cells }, facts: String(fact), side, at };
}
