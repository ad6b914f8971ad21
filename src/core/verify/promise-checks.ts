/** Promises: each is proved for all answers, or refuted with some. */
import type { Answers } from "../answers/answers.ts";
import type { Diagram } from "../diagram/diagram.ts";
import { exampleAnswers, exampleValue, findWay } from "../diagram/search.ts";
import type { Promised } from "../rules/rule-file.ts";
import type { CompiledPromise } from "../rules/rule-set.ts";
import type { CheckContext, Finding } from "./finding.ts";
import { greatestLoss } from "./monotone.ts";
import { canReach, checkIdle, reachTargets } from "./verdict-checks.ts";

export function checkPromises(checking: CheckContext): Finding[] {
	return checking.rules.promises.flatMap((compiled) => {
		const broken = refute(compiled, checking);
		return broken.map(
			({ message, witness }): Finding => ({
				code: "promise",
				about: [formatPromise(compiled.promise)],
				message: `The promise "${formatPromise(compiled.promise)}" does not hold: ${message}`,
				suggestion: "Change the rules that break it, or remove the promise.",
				at: compiled.at,
				...(witness && { witness }),
			}),
		);
	});
}

type Broken = { message: string; witness?: Answers };

function refute({ promise, when }: CompiledPromise, checking: CheckContext): Broken[] {
	const { conditions } = checking;
	if ("more" in promise)
		return [promise.more]
			.flat()
			.flatMap((fact) => refuteOrder(fact, undefined, promise["never-lowers"], checking));
	if ("order" in promise)
		return refuteOrder(promise.of, promise.order, promise["never-lowers"], checking);
	if ("never" in promise) {
		const witness = canReach(checking, promise.never, conditions.intern(when));
		return witness
			? [{ message: `these answers give ${sayOutcome(promise.never)}.`, witness }]
			: [];
	}
	if ("reachable" in promise) return refuteReach(promise.reachable, checking);
	return checkIdle(checking).map(({ message }) => ({ message }));
}

function refuteReach(kind: string, checking: CheckContext): Broken[] {
	const { joint, conditions } = checking;
	if (!joint) return [];
	return reachTargets(checking)
		.filter((target) => target.kind === kind && !findWay(joint, conditions, target.goal))
		.map(({ name }) => ({ message: `no answers give ${name}.` }));
}

/** Each value against the next: what holds for neighbours holds for all. */
function refuteOrder(
	fact: string,
	values: string[] | undefined,
	sum: string,
	checking: CheckContext,
): Broken[] {
	const { rules } = checking;
	const known = ["total", ...rules.scores.map(({ id }) => id)];
	const number = rules.domains.findIndex((domain) => domain.fact === fact);
	const domain = rules.domains[number];
	if (!known.includes(sum) || !domain)
		return [{ message: `there is no fact ${fact}, or no score ${sum}.` }];
	const diagram = diagramOf(sum, checking);
	// Too large: that it is not proved is a finding of its own.
	if (!diagram) return [];
	const level = diagram.order.indexOf(number);
	const cells = values
		? values.map((value) => (domain.kind === "choice" ? domain.values.indexOf(value) : -1))
		: [...Array(checking.conditions.sizes[level]).keys()];
	if (cells.includes(-1))
		return [
			{
				message: `${fact} has the values ${domain.kind === "choice" ? domain.values.join(", ") : "numbers"}.`,
			},
		];
	return cells.slice(1).flatMap((to, place) => {
		const from = cells[place] as number;
		const loss = greatestLoss(diagram, { level, from, to }, checking.conditions.budget);
		if (!loss) return [];
		const change = `${fact} from ${exampleValue(domain, from)} to ${exampleValue(domain, to)}`;
		return [
			{
				message: `${change} lowers ${sum} by ${loss.points}.`,
				witness: exampleAnswers(rules, new Map([...loss.found, [level, from]])),
			},
		];
	});
}

function diagramOf(sum: string, { rules, diagrams }: CheckContext): Diagram | undefined {
	if (sum === "total") return diagrams.joint;
	return diagrams.scores[rules.scores.findIndex(({ id }) => id === sum)];
}

const sayOutcome = (outcome: string): string => outcome.replace("outlook-", "the outlook ");

/** A promise in a sentence. */
export function formatPromise(promise: Promised): string {
	if ("more" in promise)
		return `more ${[promise.more].flat().join(" or ")} never lowers ${promise["never-lowers"]}`;
	if ("order" in promise)
		return `${promise.of} from ${promise.order.join(" to ")} never lowers ${promise["never-lowers"]}`;
	if ("never" in promise) {
		const when = JSON.stringify(promise.when ?? promise.any ?? promise.unless);
		return `${when.replaceAll(/["{}]/g, "").replaceAll(":", " ")} never gives ${sayOutcome(promise.never)}`;
	}
	if ("reachable" in promise) return `all ${promise.reachable} are reachable`;
	return "every rule decides somewhere";
}
