/** What changed between two sets of answers, and what that did. */
import { oneLine } from "../../core/harmless.ts";
import { own } from "../../core/own.ts";
import type { AnswersDiff } from "../../core/records/diff-answers.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { mapStrings, toAscii } from "../clean.ts";
import { json } from "../json.ts";
import { asRange } from "../sentences.ts";
import type { Shape, Style } from "../style.ts";
import { pad, pageOf, paragraph, section } from "../text/page.ts";
import { capital, labelOf, signed, spaced, spread } from "../words.ts";
import { sayDifferences } from "./sentences.ts";

interface Shown {
	diff: AnswersDiff;
	/** The files that were compared. */
	names: [string, string];
	rules: RuleSet;
}

export function formatAnswersDiff(shown: Shown, shape: Shape, style: Style): string {
	if (shape === "json") return diffJson(shown);
	const text = diffLines({ ...shown, diff: mapStrings(shown.diff, oneLine) }, style).join("\n");
	// No colours here, so that every line can be spelt out as it is.
	return style.unicode ? text : text.split("\n").map(toAscii).join("\n");
}

function diffJson({ diff, names, rules }: Shown): string {
	const { before, after, ...changes } = diff;
	const side = ({ verdict, outlook, confidence, events }: typeof before, file: string) => ({
		file,
		verdict,
		outlook,
		confidence,
		events,
	});
	const ruleset = { name: rules.name, edition: rules.edition };
	return json({
		schemaVersion: 1,
		ruleset,
		before: side(before, names[0]),
		after: side(after, names[1]),
		...changes,
	});
}

function diffLines({ diff, names, rules }: Shown, style: Style): string[] {
	const page = pageOf({ ...style, color: false });
	const bullets = (sentences: string[]) =>
		sentences.flatMap((sentence) => paragraph(page, sentence, "  "));
	const [before, after] = names.map(oneLine);
	return [
		...paragraph(page, `From ${before} to ${after}, with the rules ${diff.after.ruleset}:`, ""),
		...section(page, "Decision", bullets(decisionChanges(diff))),
		...section(page, "Answers", bullets(answerChanges(diff, rules))),
		...section(page, "Scores (points, and the range still possible)", scoreLines(diff)),
		...section(page, "Reasons, and what comes before fine-tuning", bullets(sayDifferences(diff))),
	];
}

const decisionChanges = ({ before, after }: AnswersDiff): string[] =>
	(["verdict", "outlook", "confidence"] as const).map((part) =>
		before[part] === after[part]
			? `${partNames[part]} stays ${after[part]}.`
			: `${partNames[part]} changed from ${before[part]} to ${after[part]}.`,
	);

const partNames = {
	verdict: "The verdict",
	outlook: "The outlook",
	confidence: "Confidence in the outlook",
};

function answerChanges({ answers, before }: AnswersDiff, rules: RuleSet): string[] {
	if (answers.length === 0) return ["No answer changed."];
	return answers.map(({ fact, alone, ...answer }) => {
		const moves = alone.verdict === before.verdict ? "" : `, verdict ${alone.verdict}`;
		const effect =
			answers.length > 1
				? ` (on its own: ${signed(alone.points)} ${Math.abs(alone.points) === 1 ? "point" : "points"}${moves})`
				: "";
		const { number } = own(rules.questions, fact) ?? {};
		const [was, is] = [answer.before, answer.after].map(asRange);
		return `${capital(labelOf(rules, fact))}: ${was} → ${is}${number ? ` ${number.unit}` : ""}${effect}`;
	});
}

/** Only the scores that differ, and the total. */
function scoreLines({ scores, total }: AnswersDiff): string[] {
	const rows = [
		...scores.map(({ criterion, ...sides }) => ({ name: spaced(criterion), ...sides })),
		{ name: "total", ...total },
	]
		.map(({ name, before, after }) => ({ name, was: say(before), is: say(after) }))
		.filter(({ name, was, is }) => name === "total" || was !== is);
	const width = Math.max(...rows.map(({ name }) => name.length));
	return rows.map(
		({ name, was, is }) =>
			`  ${pad(name, width)}  ${was}${was === is ? ", unchanged" : ` → ${is}`}`,
	);
}

const say = (range: { points: number; min: number; max: number }): string =>
	`${signed(range.points)} (${spread(range)})`;
