/** The first screen of the text report: what to do, how sure that is, and why. */
import type { Decision } from "../../core/decision/decision.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { pickReasons } from "../pick-reasons.ts";
import { sayAdvice, saySettled, sayStrength } from "../sentences.ts";
import { count } from "../words.ts";
import { type Page, paragraph, section } from "./page.ts";

export function openingLines(decision: Decision, page: Page): string[] {
	const { headline, summary, notices, verdict } = decision;
	const { strong, side, faint, symbols, warn } = page;
	return [
		...paragraph(page, strong(side[verdict](headline)), ""),
		faint(symbols.rule.repeat(page.width)),
		...paragraph(page, summary, ""),
		...paragraph(page, `${sayStrength(decision)} ${saySettled(decision)}`, ""),
		...(notices.length > 0 ? [""] : []),
		...notices.flatMap(({ says }) => paragraph(page, says, `${warn(symbols.warn)} `)),
	];
}

export function reasonLines(
	decision: Decision,
	rules: Pick<RuleSet, "lecture">,
	page: Page,
): string[] {
	const { speaking, against, blocking } = pickReasons(decision);
	const { symbols, faint, side } = page;
	const say = ({ because, rule, points }: Decision["reasons"][number], before = "") => {
		const toward = points > 0 ? "fine-tuning" : "prompt-engineering";
		const mark = points > 0 ? symbols.right : symbols.left;
		return paragraph(page, `${before}${because} ${faint(`[${rule}]`)}`, `  ${side[toward](mark)} `);
	};
	return section(page, "Why", [
		...blockingLines(blocking, page),
		...speaking.flatMap((reason) => say(reason)),
		...(speaking.length > 0 ? [] : sayAdvice(decision, rules)).flatMap(({ says, id }) =>
			paragraph(page, id ? `${says} ${faint(`[${id}]`)}` : says, `  ${symbols.bullet} `),
		),
		...(against ? say(against, "Against it: ") : []),
	]);
}

/** What stands in the way of a training that the facts point to. */
function blockingLines(blocking: Decision["gates"], page: Page): string[] {
	const gate = blocking.find(({ state }) => state === "closed") ?? blocking[0];
	if (!gate) return [];
	const { symbols, bad, warn, faint } = page;
	const others = blocking.length - 1;
	const more = others > 0 ? ` (and ${count(others, "other condition")}, below)` : "";
	const mark = gate.state === "closed" ? bad(symbols.closed) : warn(symbols.unknown);
	const says = `Not yet: ${gate.because}${more} ${faint(`[${gate.id}]`)}`;
	return paragraph(page, says, `  ${mark} `);
}
