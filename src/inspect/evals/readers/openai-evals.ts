/** OpenAI evals: the log of `oaieval`, one event in a line. */
import type { Outcome } from "../../../core/evals/run.ts";
import { fingerprint } from "../fingerprint.ts";
import { grouped } from "../grouped.ts";
import type { Reader } from "../reader.ts";
import { type Fields, fieldOf, isFields, listOf, numberOf, objectsOf, textOf } from "../source.ts";
import { timeOf } from "../times.ts";

export const openaiEvals: Reader = {
	format: "OpenAI evals",
	looksLike: "the log of oaieval",
	recognizes: ({ content }) =>
		content.kind === "rows" &&
		content.rows.some(
			(row) =>
				fieldOf(row, "spec", "eval_name") !== undefined ||
				(fieldOf(row, "sample_id") !== undefined && fieldOf(row, "event_id") !== undefined),
		),
	read: ({ file, content }) => {
		const rows = objectsOf(content.kind === "rows" ? content.rows : []);
		const spec = rows.find((row) => isFields(row.spec))?.spec;
		const ids = [...new Set(rows.flatMap(({ sample_id }) => textOf(sample_id) ?? []))].sort();
		// Some evals tell the same twice, as a match and as metrics.
		const hasMatches = rows.some(({ type }) => type === "match");
		const judged = grouped(
			rows.flatMap((row) => (hasMatches && row.type === "metrics" ? [] : (outcomeOf(row) ?? []))),
			({ test }) => test,
		);
		return {
			runs: [
				{
					file,
					format: "OpenAI evals",
					label: "",
					prompt: promptOf(rows),
					model: textOf(listOf(fieldOf(spec, "completion_fns"))[0]),
					when: timeOf(fieldOf(spec, "created_at")),
					metric: "match",
					// A sample that was answered and not judged is there, but without a result.
					outcomes: ids.flatMap((id) => judged.get(id) ?? [{ test: id, name: id }]),
					notes: rows.some((row) => "final_report" in row) ? [] : ["cancelled"],
				},
			],
		};
	},
};

function outcomeOf({ sample_id, type, data }: Fields): Outcome | undefined {
	const id = textOf(sample_id);
	if (id === undefined) return undefined;
	if (type === "match") {
		const correct = fieldOf(data, "correct");
		if (typeof correct !== "boolean" && correct !== 0 && correct !== 1) return undefined;
		const pass = Boolean(correct);
		return {
			test: id,
			name: id,
			pass,
			score: Number(pass),
			expected: textOf(fieldOf(data, "expected")) ?? textOf(listOf(fieldOf(data, "expected"))[0]),
			answer: textOf(fieldOf(data, "picked")) ?? textOf(fieldOf(data, "sampled")),
		};
	}
	if (type === "error")
		return { test: id, name: id, error: textOf(fieldOf(data, "message")) ?? "error" };
	const score = type === "metrics" ? scoreIn(data) : undefined;
	if (score === undefined) return undefined;
	const choice = textOf(fieldOf(data, "choice"));
	return {
		test: id,
		name: id,
		score,
		...((score === 0 || score === 1) && { pass: score === 1 }),
		reason: choice === undefined ? undefined : `choice ${choice}`,
	};
}

/** A judge's score, or what other evals call theirs. */
function scoreIn(data: unknown): number | undefined {
	const found = ["score", "accuracy", "correct"]
		.map((name) => fieldOf(data, name))
		.find((one) => one !== undefined && one !== null);
	return typeof found === "boolean" ? Number(found) : numberOf(found);
}

/** What all samples were sent alike. */
function promptOf(rows: readonly Fields[]): string | undefined {
	const texts = rows.flatMap(({ data, type }) =>
		type !== "sampling"
			? []
			: objectsOf(fieldOf(data, "prompt")).flatMap(({ role, content }) =>
					role === "system" ? (textOf(content) ?? []) : [],
				),
	);
	return texts.length === 0 ? undefined : fingerprint([...new Set(texts)].sort());
}
