/** Runs as lines of a terminal: version, name, rate, counts, score where it differs, and a picture. */
import { formatNumber } from "../../core/answers/numbers.ts";
import type { EvalJudgment, RunSummary } from "../../core/evals/judgment.ts";
import { type Page, pad, padLeft } from "../text/page.ts";
import { cutMiddle, formatMean, formatScore, shortNames } from "./figures.ts";
import { drawRange, scaleOf } from "./picture.ts";

/** Columns of version, rate and counts with the blanks around them; of a score; of the mark of the best. */
const widthOfFigures = 28;
const widthOfScore = 13;
const widthOfBest = 6;
/** A name of fewer columns tells nothing. */
const leastName = 12;
const widestName = 34;
/** Of a picture; a smaller one shows nothing. */
const widestPicture = 30;
const leastPicture = 10;

export function runLines(
	judgment: EvalJudgment,
	page: Page,
	spell: (text: string) => string,
): string[] {
	const { runs, target } = judgment;
	const best = bestRun(judgment);
	// A narrow screen has the figures that the verdict rests on.
	const withScores =
		page.width >= widthOfFigures + widthOfScore + leastName && runs.some(hasOwnScore);
	const used =
		widthOfFigures + (withScores ? widthOfScore : 0) + (best === undefined ? 0 : widthOfBest);
	const left = page.width - used;
	const most = Math.max(leastName, Math.min(widestName, page.bars ? left - leastPicture : left));
	const names = shortNames(judgment).map((name) => cutMiddle(spell(name), most, page.symbols.more));
	const width = Math.max(...names.map((name) => name.length));
	const room = Math.min(widestPicture, left - width);
	const scale = page.bars && room >= leastPicture ? scaleOf(runs, target) : undefined;
	return runs.map((run, place) =>
		[
			padLeft(run.version === undefined ? "-" : `v${run.version}`, 4),
			` ${pad(names[place] ?? "", width)} `,
			padLeft(figureOf(run), 8),
			`  ${pad(countsOf(run), 12)}`,
			withScores
				? pad(hasOwnScore(run) ? `score ${formatScore(run.score)}` : "", widthOfScore)
				: "",
			scale ? drawRange(run, { scale, width: room, target }, page) : "",
			place === best ? "  best" : "",
		]
			.join("")
			.trimEnd(),
	);
}

function figureOf({ rate, score }: RunSummary): string {
	if (rate !== undefined) return formatMean(rate, { by: "passes" });
	return score === undefined ? "no score" : formatScore(score);
}

const countsOf = ({ passes, scored }: RunSummary): string =>
	passes === undefined
		? `n ${formatNumber(scored)}`
		: `${formatNumber(passes)} of ${formatNumber(scored)}`;

/** A score that is not the rate again. */
const hasOwnScore = (run: RunSummary): run is RunSummary & { score: number } =>
	run.rate !== undefined &&
	run.score !== undefined &&
	formatScore(run.score) !== formatScore(run.rate);

/** The run that is ahead, by its place; nothing where there is nothing to be ahead of. */
function bestRun({ runs, versions }: EvalJudgment): number | undefined {
	const rates = runs.map(({ rate = 0 }) => rate);
	const highest = Math.max(...rates);
	return versions.length > 1 && highest > 0 ? rates.indexOf(highest) : undefined;
}
