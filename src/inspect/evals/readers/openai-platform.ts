/** The OpenAI platform's evals: output items of a run as downloaded, and its export as JSON Lines. */
import type { Outcome } from "../../../core/evals/run.ts";
import { fingerprint } from "../fingerprint.ts";
import { grouped } from "../grouped.ts";
import type { Reader } from "../reader.ts";
import { type Fields, fieldOf, isFields, numberOf, objectsOf, textOf } from "../source.ts";
import { timeOf } from "../times.ts";

const format = "OpenAI platform evals";

export const openaiPlatform: Reader = {
	format,
	looksLike: "output items of an eval run of the OpenAI platform",
	recognizes: ({ content }) => {
		const first = content.kind === "table" ? undefined : itemsOf(content)[0];
		return first !== undefined && (isItem(first) || isExported(first));
	},
	read: ({ file, content }) => {
		const items = content.kind === "table" ? [] : itemsOf(content);
		const whole = content.kind === "value" ? content.value : undefined;
		const byRun = grouped(items, ({ run_id }) => textOf(run_id) ?? "");
		return {
			runs: [...byRun].map(([run, own]) => ({
				file,
				format,
				label: textOf(fieldOf(whole, "run_name")) ?? (byRun.size > 1 ? run : ""),
				model: modelOf(own),
				when:
					timeOf(own[0]?.created_at) ??
					timeOf(fieldOf(whole, "created_at")) ??
					timeOf(fieldOf(whole, "downloaded_at")),
				metric: graderOf(own[0]),
				scale: [0, 1] as const,
				outcomes: own.map(outcomeOf),
				// What the API lists; downloads and exports were seen.
				notes: fieldOf(whole, "data") === undefined ? [] : ["unverified-layout" as const],
			})),
		};
	},
};

const itemsOf = (
	content: { kind: "value"; value: unknown } | { kind: "rows"; rows: readonly unknown[] },
): Fields[] =>
	content.kind === "rows"
		? objectsOf(content.rows)
		: objectsOf(fieldOf(content.value, "items") ?? fieldOf(content.value, "data"));

const isItem = (item: Fields): boolean =>
	isFields(item.datasource_item) && Array.isArray(item.results);
const isExported = (item: Fields): boolean =>
	isFields(item.grades) && isFields(item.passes) && "item" in item;

/** The id of the run stands behind the name of a grader. */
const withoutId = (name: string): string => name.replace(/-[0-9a-f]{8}-[0-9a-f-]+$/, "");

function graderOf(item: Fields | undefined): string {
	const name =
		textOf(objectsOf(item?.results)[0]?.name) ??
		Object.keys(isFields(item?.grades) ? item.grades : {})[0];
	return name === undefined ? "pass" : withoutId(name);
}

function modelOf(items: readonly Fields[]): string | undefined {
	const models = new Set(
		items.flatMap(
			({ sample }) =>
				textOf(fieldOf(sample, "model")) || textOf(fieldOf(sample, "sampled_model_name")) || [],
		),
	);
	return models.size === 1 ? [...models][0] : undefined;
}

function outcomeOf(item: Fields): Outcome {
	const asked = item.datasource_item ?? item.item;
	const question = questionOf(asked);
	const grades = isFields(item.grades)
		? Object.entries(item.grades)
		: objectsOf(item.results).map(({ name, score }) => [textOf(name) ?? "", score] as const);
	const numbers = grades.flatMap(([name, grade]) => {
		const score = numberOf(grade);
		return score === undefined ? [] : [[withoutId(name), score] as const];
	});
	return {
		// Without its trace (left out when the file was read) a repeat is the same item.
		test: fingerprint(asked),
		name: question,
		...passOf(item),
		score: numbers[0]?.[1],
		length: question.length,
		metrics: Object.fromEntries(numbers),
	};
}

function passOf({ status, passes, sample, results }: Fields): Pick<Outcome, "pass" | "error"> {
	if (status === "pass" || status === "fail") return { pass: status === "pass" };
	const error = textOf(fieldOf(sample, "error", "message"));
	const graders = isFields(passes)
		? Object.values(passes)
		: objectsOf(results).map(({ passed }) => passed);
	const all = graders.filter((one) => typeof one === "boolean");
	if (error === undefined && all.length > 0) return { pass: all.every((one) => one) };
	return { error: error ?? textOf(status) ?? "error" };
}

const questionOf = (asked: unknown): string => {
	const messages = objectsOf(fieldOf(asked, "messages"));
	const last = messages.findLast(({ role }) => role === "user");
	return (
		textOf(last?.content) ??
		textOf(fieldOf(asked, "input")) ??
		JSON.stringify(asked ?? "").slice(0, 500)
	);
};
