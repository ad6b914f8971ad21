/** What eval runs show, for people at a terminal: one screen, with a small picture. */

import { formatNumber } from "../../core/answers/numbers.ts";
import type { MeasuredFact } from "../../core/evals/facts.ts";
import type { EvalJudgment, EvalState } from "../../core/evals/judgment.ts";
import { toAscii } from "../clean.ts";
import type { Style } from "../style.ts";
import { columnsOf } from "../text/columns.ts";
import { type Page, pad, padLeft, pageOf, paragraph, section } from "../text/page.ts";
import { formatMean, formatScore, shortNames } from "./figures.ts";
import { drawRange, scaleOf } from "./picture.ts";
import { sayComparisons, sayFailures, sayGap, sayNotes, sayState } from "./sentences.ts";

export function evalsText(
	judgment: EvalJudgment,
	facts: readonly MeasuredFact[],
	style: Style,
): string {
	const page = pageOf(style);
	const spell = (text: string) => (style.unicode ? text : toAscii(text));
	const say = (texts: readonly string[], mark?: string) =>
		texts.flatMap((text) => paragraph(page, spell(text), mark ?? `  ${page.symbols.bullet} `));
	const gap = sayGap(judgment);
	const flags = facts.map(({ fact, values, why }) => `--${fact} ${values.join(",")}   (${why})`);
	return [
		...paragraph(page, page[paints[judgment.state]](spell(sayState(judgment))), ""),
		...(gap ? paragraph(page, spell(gap), "") : []),
		...section(page, "Runs", runLines(judgment, page, spell)),
		...section(page, "The last versions", say(sayComparisons(judgment))),
		...section(page, "What fails", say(sayFailures(judgment))),
		...section(page, "Read these first", say(cheapest(judgment))),
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

/** Of the ten in JSON as many as a screen has room for. */
const shownToRead = 3;

const cheapest = ({ failures, state }: EvalJudgment): string[] =>
	state === "not-comparable" ? [] : failures.cheapest.slice(0, shownToRead).map(({ name }) => name);

/** Columns of a name and of the picture. */
const widestName = 34;
const widestPicture = 30;

function runLines(judgment: EvalJudgment, page: Page, spell: (text: string) => string): string[] {
	const { runs, measure, target } = judgment;
	const names = shortNames(judgment).map((name) => cutName(spell(name), page));
	const width = Math.max(...names.map((name) => name.length));
	const room = Math.min(widestPicture, page.width - width - 34);
	const scale = scaleOf(runs, target);
	return runs.map((run, place) => {
		const version = run.version === undefined ? "-" : String(run.version);
		const mean = run.rate === undefined ? undefined : formatMean(run.rate, { by: "passes" });
		const score = run.score === undefined ? "" : formatScore(run.score);
		const figure = mean ?? (score || "no score");
		const counted =
			run.passes === undefined
				? `n ${formatNumber(run.scored)}`
				: `${formatNumber(run.passes)} of ${formatNumber(run.scored)}`;
		const showsScore =
			mean !== undefined && measure !== undefined && score !== formatScore(run.rate ?? 0);
		const picture =
			page.bars && room >= 10 && scale ? drawRange(run, { scale, width: room, target }, page) : "";
		const line = [
			padLeft(version, 4),
			` ${pad(names[place] ?? "", width)} `,
			padLeft(figure, 8),
			`  ${pad(counted, 12)}`,
			picture,
		]
			.join("")
			.trimEnd();
		const scored = `${line}  score ${score}`;
		return showsScore && columnsOf(scored) <= page.width ? scored : line;
	});
}

/** The end of a path tells more than its start. */
function cutName(name: string, { symbols, width }: Page): string {
	const most = Math.max(12, Math.min(widestName, width - 34));
	return name.length <= most ? name : `${symbols.more}${name.slice(-(most - symbols.more.length))}`;
}
