/** What must be in place before training, and what opens it. */
import type { Decision } from "../../core/decision/decision.ts";
import { capital } from "../words.ts";
import { type Page, paragraph, section } from "./page.ts";

type State = Decision["gates"][number]["state"];

export function gateLines({ gates }: Decision, page: Page): string[] {
	const { symbols, good, bad, warn } = page;
	const paints = { open: good, closed: bad, unknown: warn } satisfies Record<State, unknown>;
	const open = gates.filter(({ state }) => state === "open").length;
	const lines = gates.flatMap(({ state, because, opens }) => {
		const paint = paints[state];
		const how = state === "open" ? "" : ` To open it: ${opens}`;
		const says = `${paint(`${capital(state)}:`)} ${because}${how}`;
		return paragraph(page, says, `  ${paint(symbols[state])} `);
	});
	const title = `What must be in place before training: ${open} of ${gates.length} open`;
	return section(page, title, lines);
}
