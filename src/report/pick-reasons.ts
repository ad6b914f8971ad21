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

export function pickReasons({ reasons, scores, gates, outlook, verdict }: Decision): Picked {
	const sign = outlook === "fine-tuning" ? 1 : -1;
	const reach = new Map(
		scores.map(({ criterion, points, weight }) => [criterion, points * weight]),
	);
	const strength = ({ points, criterion }: Reason) =>
		sign * (points + (reach.get(criterion) ?? 0) / 1e6);
	const speaking = reasons
		.filter(({ points }) => points * sign > 0)
		.sort((a, b) => strength(b) - strength(a));
	const isFirst = ({ criterion }: Reason, index: number) =>
		speaking.findIndex((other) => other.criterion === criterion) === index;
	const rest = speaking.filter((reason, index) => !isFirst(reason, index));
	const [closed, unknown] = (["closed", "unknown"] as const).map((state) =>
		gates.filter((gate) => gate.state === state),
	) as [Decision["gates"], Decision["gates"]];
	return {
		// Several rules of one score tend to say one thing in other words.
		speaking: [...speaking.filter(isFirst), ...rest].slice(0, most),
		against: reasons.find(({ points }) => points * sign < 0),
		blocking: verdict === "fine-tuning" ? [] : [...closed, ...(outlook === verdict ? [] : unknown)],
	};
}
