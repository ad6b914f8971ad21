/** What a report on training data says, in words that all its formats share. */
import { listed } from "../../../core/answers/format-answer.ts";
import { formatNumber } from "../../../core/answers/numbers.ts";
import { oneLine } from "../../../core/harmless.ts";
import { percent } from "../../../core/verify/finding.ts";
import { count } from "../../../report/words.ts";
import type { Level } from "../findings/catalogue.ts";
import type { Finding } from "../findings/find.ts";
import type { DataReport } from "../findings/report.ts";
import type { Mark } from "../layouts/marks.ts";
import type { Usable } from "../providers/usable.ts";
import type { RowPlace } from "../rows/collectors.ts";
import type { SurveyedFile } from "../rows/survey.ts";

/** The answer to the question that brought somebody here. */
export function sayVerdict({ rows, isPartial }: DataReport): string {
	const { all, usable } = rows;
	const stopped = isPartial ? "Stopped early. " : "";
	if (all === 0) return `${stopped}There are no rows.`;
	const are = usable === 1 ? "is a distinct usable example" : "are distinct usable examples";
	return `${stopped}Of ${count(all, "row")}, ${usable === 0 ? "none" : formatNumber(usable)} ${are}.`;
}

/** `train.jsonl: chat messages (OpenAI and others), JSON lines, 449 rows`. */
export function sayFile(file: SurveyedFile, { format, files, findings }: DataReport): string {
	const { container, encoding, compression, isValidation, rows } = file;
	const how = [
		container,
		compression && `${compression}-compressed`,
		encoding === "utf-8" ? undefined : encoding.toUpperCase(),
	].filter(Boolean);
	// Of several files one may be of another format.
	const isSure = files.length === 1 || !findings.some(({ code }) => code === "mixed-formats");
	const what = isValidation ? "validation set" : isSure ? format.name : "training set";
	return oneLine(`${file.file}: ${what}, ${how.join(", ")}, ${count(rows, "row")}`);
}

const featureWords: Partial<Record<Mark, string>> = {
	system: "a system prompt",
	tools: "tools",
	images: "images",
	audio: "audio",
	reasoning: "reasoning",
	weights: "weights",
	"extra-keys": "extra keys",
};

/** `Has tools (86 rows) and images (3 rows).` */
export function sayFeatures({ features }: DataReport): string | undefined {
	const parts = Object.entries(features).map(
		([mark, rows]) => `${featureWords[mark as Mark] ?? mark} (${count(rows, "row")})`,
	);
	return parts.length > 0 ? `Has ${listed(parts, "and")}.` : undefined;
}

export const levelTitles: Record<Level, string> = {
	error: "Errors",
	warning: "Warnings",
	note: "Worth knowing",
};

/** `Duplicates: 63 of 130 (48.5 %), rows 24, 25, 26, …` */
export function sayFinding(finding: Finding, report: DataReport): string {
	const { title, count: many, of, share, detail } = finding;
	const parts = [`${formatNumber(many)} of ${formatNumber(of)} (${percent(share)})`];
	const where = sayPlaces(finding, report);
	if (where) parts.push(where);
	const says = `${title}: ${parts.join(", ")}${detail ? `. ${capitalized(detail)}` : ""}.`;
	return oneLine(says.replaceAll("….", "…"));
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Of one file the numbers are enough. */
export function sayPlaces(
	{ rows, count: many }: Finding,
	{ files }: DataReport,
): string | undefined {
	if (rows.length === 0) return undefined;
	const isOne = files.filter(({ isValidation }) => !isValidation).length === 1 && files.length <= 2;
	const [first] = rows;
	const unit = first?.line === first?.row ? "line" : "row";
	const places = isOne ? rows.map(({ row }) => formatNumber(row)) : rows.map(formatRowPlace);
	return `${isOne ? `${unit}${many === 1 ? "" : "s"} ` : ""}${places.join(", ")}${many > rows.length ? ", …" : ""}`;
}

export const formatRowPlace = ({ file, row, line }: RowPlace): string =>
	`${file}:${line ?? ""}${line === row ? "" : ` (row ${row})`}`;

const refusals: Partial<Record<Mark, string>> = {
	"extra-keys": "extra keys",
	"repeated-role": "two messages of one role in a row",
	"tool-role": "tool messages",
	developer: "the developer role",
	"model-role": "the role model",
	tools: "tools",
	images: "images",
	"remote-images": "image addresses (only base64)",
	"assistant-image": "images in assistant messages",
	"few-messages": "fewer than two messages",
	"large-images": "more than 10 images, or one over 10 MB",
	weights: "images with weights",
};

/** `ready`, `too few: at least 10`, `refuses tool messages (36 rows)`. */
export function sayProvider({
	takes,
	examples,
	fixable,
	refused,
	minimum,
	good,
	isEnough,
	most,
	over,
	least,
}: Usable): string {
	if (takes === "no") return "does not take this format";
	// How few are too few is of no use to whoever has none.
	if (fixable === 0 && refused.length === 0 && (minimum ?? 1) <= 1) return "no usable examples";
	const parts: string[] = [];
	if (takes === "converted") parts.push("after conversion");
	for (const { for: mark, rows } of refused)
		parts.push(`refuses ${refusals[mark] ?? mark} (${count(rows, "row")})`);
	for (const { limit, most } of over) parts.push(`takes at most ${formatNumber(most)} ${limit}`);
	if (least !== undefined) parts.push(`takes no file under ${formatNumber(least)} bytes`);
	if (fixable > examples) parts.push(`--fix makes it ${formatNumber(fixable)}`);
	if (!isEnough && most !== undefined && examples > most)
		parts.push(`too many: at most ${formatNumber(most)}`);
	else if (!isEnough && fixable < (minimum ?? 1))
		parts.push(`too few: at least ${formatNumber(minimum ?? 1)}`);
	else if (good !== undefined && examples < good)
		parts.push(`advises ${formatNumber(good)} to start with`);
	return parts.join("; ") || "ready";
}

export function sayTokens({ tokens, terms }: DataReport): string[] {
	if (!tokens || tokens.rows === 0) return [];
	const { total, margin, prompt, output, row, rows, ofRows, training } = tokens;
	const isSample = rows < ofRows;
	const about = isSample
		? `About ${formatNumber(total)} ± ${formatNumber(margin)} tokens in all (95% interval, from ${formatNumber(rows)} of ${formatNumber(ofRows)} rows; --exact counts all).`
		: `${count(total, "token")} in all.`;
	return [
		`${about} Median prompt ${formatNumber(prompt.median)}, median answer ${formatNumber(output.median)}, longest row ${formatNumber(row.max)}.`,
		`OpenAI's default of ${count(training.epochs, "epoch")} would bill ${formatNumber(training.tokens)} training tokens.`,
		"Counted with o200k, the tokenizer of GPT-4o and later; other models differ by up to about 20%, and more outside English.",
		...(terms?.isJudged ? [] : ["Rare words were not judged: that takes English text."]),
	];
}

export function sayFixed({ fixed }: DataReport): string[] {
	if (!fixed) return [];
	const left = fixed.leftOut.map(({ why, rows }) => `${formatNumber(rows)} ${why}`);
	return [
		...fixed.written.map(({ file, rows }) => oneLine(`Wrote ${file}: ${count(rows, "row")}.`)),
		...fixed.unwritten.map(({ file, why }) => oneLine(`Did not write ${file}: ${why}.`)),
		...(left.length > 0 ? [`Left out: ${listed(left, "and")}.`] : []),
		...fixed.without.map(
			({ what, rows }) =>
				`The format has no place for ${what}: ${count(rows, "row")} written without.`,
		),
	];
}
