/** promptfoo's CSV: one column for each prompt, in old files with `[PASS] (1.00)` before each answer. */
import type { Outcome } from "../../../core/evals/run.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Reader, ReadRun } from "../reader.ts";
import { fieldOf, type Source, shorten, textOf } from "../source.ts";
import { testOf } from "./promptfoo.ts";

type Table = { header: readonly string[]; rows: readonly (readonly string[])[] };

export const promptfooCsv: Reader = {
	format: "promptfoo CSV",
	looksLike: "promptfoo eval --output results.csv",
	recognizes: (source) => columnsOf(source).length > 0,
	read: (source) => {
		const columns = columnsOf(source);
		const { content } = source;
		if (content.kind !== "table") return { runs: [] };
		const before = columns[0]?.at ?? 0;
		return { runs: columns.map((column) => runOf(column, before, source.file, content)) };
	},
};

/** Characters of a prompt that name it. */
const longestLabel = 60;

interface Column {
	at: number;
	isOld: boolean;
}

const oldCell = /^\[(PASS|FAIL|ERROR)\](?: \((-?[\d.]+)\))?\s*([\s\S]*)$/;

function columnsOf({ content }: Source): Column[] {
	if (content.kind !== "table") return [];
	const { header, rows } = content;
	const own = header.flatMap((name, at) =>
		name === "Status" && header[at + 1] === "Score" && at > 0 ? [{ at: at - 1, isOld: false }] : [],
	);
	if (own.length > 0) return own;
	return header.flatMap((_, at) =>
		at > 0 && rows.every((row) => oldCell.test(row[at] ?? "")) ? [{ at, isOld: true }] : [],
	);
}

function runOf(
	{ at, isOld }: Column,
	before: number,
	file: string,
	{ header, rows }: Table,
): ReadRun {
	const head = headOf(header[at] ?? "");
	return {
		file,
		format: "promptfoo CSV",
		label: head.label || `column ${at + 1}`,
		prompt: head.prompt,
		model: head.model,
		settings: undefined,
		metric: "pass",
		scale: [0, 1],
		outcomes: rows.map((row) => {
			const variables = header
				.slice(0, before)
				.flatMap((name, place): [string, string][] =>
					name === "Description" && place === 0 && !isOld ? [] : [[name, row[place] ?? ""]],
				);
			const description = header[0] === "Description" && !isOld ? (row[0] ?? "") : "";
			return {
				test: testOf(description, variables),
				name: description || variables.map(([, value]) => value).join(" "),
				...(isOld ? oldOutcome(row[at] ?? "") : outcomeOf(row, at, header)),
				expected: expectedIn(variables),
				length: row.slice(0, before).join("").length + (row[at]?.length ?? 0),
			};
		}),
		notes: [],
	};
}

type Judged = Pick<Outcome, "pass" | "score" | "error" | "reason" | "answer">;

const judged = (status: string, score: string | undefined, rest: Judged): Judged => ({
	...rest,
	pass: status === "PASS",
	...(status === "ERROR" && { error: rest.reason || rest.answer || "error" }),
	...(score !== undefined && score !== "" && { score: Number(score) }),
});

function outcomeOf(row: readonly string[], at: number, header: readonly string[]): Judged {
	const reason = header.indexOf("Grader Reason", at);
	return judged(row[at + 1] ?? "", row[at + 2], { answer: row[at], reason: row[reason] });
}

function oldOutcome(cell: string): Judged {
	const [, status = "", score, said = ""] = oldCell.exec(cell) ?? [];
	// Some versions put the reason of a failure first, a line of dashes below it; others put any reason last.
	const [first = "", ...below] = said.split(/\n---\n/);
	const isFirst = status !== "PASS" && below.length > 0;
	const [answer = "", ...last] = (isFirst ? below.join("\n") : said).split(
		/\n\n(?:Pass|Fail) Reason: /,
	);
	return judged(status, score, { answer, reason: isFirst ? first : last.join(" ") || undefined });
}

/** A column of variables that holds the right answer. */
const expectedIn = (variables: readonly (readonly [string, string])[]): string | undefined =>
	variables.find(([name]) => /^(?:__expected|expected|label|target|reference)$/i.test(name))?.[1];

/** What a header says of prompt and model: JSON, or `[model] prompt`. */
function headOf(text: string): { label: string; prompt?: string; model?: string } {
	if (text.startsWith("{"))
		try {
			const head: unknown = JSON.parse(text);
			const raw = textOf(fieldOf(head, "raw"));
			const label = textOf(fieldOf(head, "label")) ?? textOf(fieldOf(head, "display")) ?? "";
			const model = textOf(fieldOf(head, "provider"));
			return {
				label: [model, shorten(label, longestLabel)].filter(Boolean).join(" "),
				...(raw !== undefined && isTemplate(raw) && { prompt: fingerprint(raw) }),
				...(model !== undefined && { model }),
			};
		} catch {
			return { label: shorten(text, longestLabel) };
		}
	const [, model, prompt = ""] = /^\[([^\]]+)\] ?([\s\S]*)$/.exec(text) ?? [];
	if (model === undefined) return { label: shorten(text, longestLabel) };
	return {
		label: shorten(text, longestLabel),
		model,
		...(isTemplate(prompt) && { prompt: fingerprint(prompt) }),
	};
}

/** Of a name, or of code that makes several prompts, nobody can tell what was sent. */
const isTemplate = (raw: string): boolean =>
	raw.includes("{{") && !/\bdef \w+\(|\bfunction\b|=>|^import /m.test(raw);
