/** The reasons worth reading first. */
import type { Decision, Reason } from "../core/decision/decision.ts";

interface Picked {
	/** For the outlook, the strongest first, each from another score as far as there are. */
	speaking: Reason[];
	/** The strongest one on the other side. */
	against: Reason | undefined;
	/** Why not now: closed gates; where the facts point to fine-tuning, those not known to be open too. */
	blocking: Decision["gates"];
}

const most = 3;

/** @param shownGates how many of `blocking` the reader is shown: what they say is no reason again */
export function pickReasons(decision: Decision, shownGates = Number.POSITIVE_INFINITY): Picked {
	const { reasons: all, scores, outlook } = decision;
	const blocking = blockingGates(decision);
	const told = new Set(blocking.slice(0, shownGates).flatMap(({ facts }) => facts));
	const reasons = all.filter(
		({ facts }) => facts.length === 0 || facts.some((fact) => !told.has(fact)),
	);
	const sign = outlook === "fine-tuning" ? 1 : -1;
	const reach = new Map(
		scores.map(({ criterion, points, weight }) => [criterion, points * weight]),
	);
	const strength = ({ points, criterion }: Reason) =>
		sign * (points + (reach.get(criterion) ?? 0) / 1e6);
	const sorted = reasons
		.filter(({ points }) => points * sign > 0)
		.sort((a, b) => strength(b) - strength(a));
	// What a weightier reason already rests on is no reason of its own.
	const speaking = sorted.filter(
		({ facts }, index) =>
			facts.length === 0 ||
			!sorted.slice(0, index).some((other) => facts.every((fact) => other.facts.includes(fact))),
	);
	const isFirst = ({ criterion }: Reason, index: number) =>
		speaking.findIndex((other) => other.criterion === criterion) === index;
	const rest = speaking.filter((reason, index) => !isFirst(reason, index));
	return {
		// Several rules of one score tend to say one thing in other words.
		speaking: [...speaking.filter(isFirst), ...rest].slice(0, most),
		against: reasons.find(({ points }) => points * sign < 0),
		blocking,
	};
}

/** Where an answer rules fine-tuning out, that is the reason, and nothing is waited for. */
function blockingGates({ reasons, gates, outlook, verdict }: Decision): Decision["gates"] {
	if (verdict === "fine-tuning" || reasons.some(({ veto }) => veto)) return [];
	const are = (wanted: string) => gates.filter(({ state }) => state === wanted);
	return [...are("closed"), ...(outlook === verdict ? [] : are("unknown"))];
}
