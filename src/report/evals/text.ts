/** What eval runs show, for people at a terminal: one screen, with a small picture. */

import type { MeasuredFact } from "../../core/evals/facts.ts";
import type { EvalJudgment, EvalState } from "../../core/evals/judgment.ts";
import { toAscii } from "../clean.ts";
import type { Style } from "../style.ts";
import { columnsOf, cutAt } from "../text/columns.ts";
import { pageOf, paragraph, section } from "../text/page.ts";
import { sayCheapest, sayFailures } from "./mistakes.ts";
import { runLines } from "./run-lines.ts";
import { sayComparisons, sayGap, sayNotes, sayState } from "./sentences.ts";

export function evalsText(
	judgment: EvalJudgment,
	facts: readonly MeasuredFact[],
	style: Style,
): string {
	const page = pageOf(style);
	const spell = (text: string) => (style.unicode ? text : toAscii(text));
	const say = (texts: readonly string[], mark?: string) =>
		texts.flatMap((text) => paragraph(page, spell(text), mark ?? `  ${page.symbols.bullet} `));
	const lineOf = (text: string) => {
		const mark = `  ${page.symbols.bullet} `;
		const [line, room] = [spell(text), page.width - mark.length];
		return (
			mark + (columnsOf(line) > room ? cutAt(line, room - 3).trimEnd() + page.symbols.more : line)
		);
	};
	const gap = sayGap(judgment);
	const flags = facts.map(({ fact, values, why }) => `--${fact} ${values.join(",")}   (${why})`);
	return [
		...paragraph(page, page[paints[judgment.state]](spell(sayState(judgment))), ""),
		...(gap ? paragraph(page, spell(gap), "") : []),
		...section(page, "Runs", runLines(judgment, page, spell)),
		...section(page, "The last versions", say(sayComparisons(judgment))),
		...section(page, "What fails", say(sayFailures(judgment))),
		...section(page, "Read these first", sayCheapest(judgment).map(lineOf)),
		...section(page, "Notes", say(sayNotes(judgment))),
		...section(page, "Facts for should-i-finetune", say(flags, "  ")),
	].join("\n");
}

const paints = {
	improving: "good",
	plateau: "warn",
	"at-target": "good",
	"at-ceiling": "good",
	"cannot-tell": "warn",
	"not-comparable": "bad",
} satisfies Record<EvalState, "good" | "warn" | "bad">;
