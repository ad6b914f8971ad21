/** What must come first before fine-tuning, and what to do about it. */
import type { Decision } from "../../core/decision/decision.ts";
import { gateWords } from "../words.ts";
import { type Page, paragraph, section } from "./page.ts";

type State = Decision["gates"][number]["state"];

export function gateLines({ gates }: Decision, page: Page): string[] {
	const { symbols, good, bad, warn } = page;
	const paints = { open: good, closed: bad, unknown: warn } satisfies Record<State, unknown>;
	const open = gates.filter(({ state }) => state === "open").length;
	const lines = gates.flatMap(({ state, because, opens }) => {
		const paint = paints[state];
		const how = state === "open" ? "" : ` To do: ${opens}`;
		const says = `${paint(`${gateWords[state]}:`)} ${because}${how}`;
		return paragraph(page, says, `  ${paint(symbols[state])} `);
	});
	return section(page, `Before you fine-tune: ${open} of ${gates.length} done`, lines);
}
