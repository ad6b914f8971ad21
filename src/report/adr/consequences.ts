/** What follows from the decision for this project: what waits, what is accepted, what is done first. */
import { uncapital } from "../../core/answers/format-answer.ts";
import type { Decision } from "../../core/decision/decision.ts";
import { saySaving } from "../cost/saving.ts";
import { escapeMarkdown, sourceLink } from "../markdown/escape.ts";
import { pickReasons } from "../pick-reasons.ts";

export function consequences(decision: Decision): string[] {
	const { verdict, outlook, notices, steps, cost } = decision;
	const { against, speaking, blocking } = pickReasons(decision);
	const isTuning = verdict === "fine-tuning";
	const provider = notices.map(
		({ says, source }) => `Provider: ${escapeMarkdown(says)} (${sourceLink(source)})`,
	);
	const [gain] = speaking;
	return [
		...(isTuning ? provider : []),
		...(verdict === outlook
			? [
					...(gain ? [`Good, because ${say(gain.because)}`] : []),
					...(against ? [`Bad, because ${say(against.because)} This is accepted.`] : []),
				]
			: []),
		...blocking.map(({ opens }) => `Before fine-tuning: ${escapeMarkdown(opens)}`),
		...plan(steps),
		...savings(steps, cost),
		...(isTuning ? [] : provider),
	];
}

const say = (because: string): string => escapeMarkdown(uncapital(because));

/** In money, where the costs tell it. */
const savings = (steps: Decision["steps"], cost: Decision["cost"]): string[] =>
	steps
		.filter(({ when }) => when === "now")
		.flatMap((step) => saySaving(step, cost) ?? [])
		.map((says) => `What it saves: ${escapeMarkdown(uncapital(says))}`);

function plan(steps: Decision["steps"]): string[] {
	const now = steps
		.filter(({ when }) => when === "now")
		.map(({ title, effort }) => `${escapeMarkdown(title)} (${escapeMarkdown(effort)})`);
	return now.length > 0 ? [`Planned now: ${now.join("; ")}.`] : [];
}
