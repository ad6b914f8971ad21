/** promptfoo: `results.version` 2 and 3 as JSON or YAML, and the rows alone as JSON Lines. */
import type { Outcome } from "../../../core/evals/run.ts";
import { fingerprint } from "../fingerprint.ts";
import { grouped } from "../grouped.ts";
import type { Reader, ReadRun } from "../reader.ts";
import {
	type Fields,
	fieldOf,
	isFields,
	listOf,
	numberOf,
	objectsOf,
	shorten,
	textOf,
} from "../source.ts";
import { timeOf } from "../times.ts";

export const promptfoo: Reader = {
	format: "promptfoo",
	looksLike: "promptfoo eval --output results.json",
	recognizes: ({ content }) =>
		content.kind === "value"
			? isRow(rowsOf(content.value)[0]) || isEmptyRun(content.value)
			: content.kind === "rows" && isRow(content.rows[0]),
	read: ({ file, content }) => {
		if (content.kind === "table") return { runs: [] };
		const whole = content.kind === "value" ? content.value : undefined;
		const rows = objectsOf(content.kind === "rows" ? content.rows : rowsOf(whole));
		const when =
			timeOf(fieldOf(whole, "results", "timestamp")) ??
			timeOf(fieldOf(whole, "metadata", "evaluationCreatedAt")) ??
			timeOf(fieldOf(whole, "createdAt"));
		// What the first versions wrote, the documentation's form and YAML were not seen from promptfoo itself.
		const isSeen =
			!/\.ya?ml$/i.test(file) &&
			(content.kind === "rows" || Array.isArray(fieldOf(whole, "results", "results")));
		const columns = grouped(rows, columnOf);
		// Rows come as they were done; the prompts stand in their own order.
		const heads = objectsOf(fieldOf(whole, "results", "prompts"));
		const ordered = [...columns].sort(([a], [b]) => compareKeys(a, b));
		return {
			runs: ordered.map(([, own]) =>
				runOf(own, { file, when, heads, isAlone: columns.size === 1, isSeen }),
			),
		};
	},
};

/** Below `results`, in the first versions right there, and in the documentation as `outputs`. */
const rowsOf = (whole: unknown): readonly unknown[] => {
	const results = fieldOf(whole, "results");
	return listOf(fieldOf(results, "results") ?? fieldOf(results, "outputs") ?? results);
};

const isEmptyRun = (whole: unknown): boolean =>
	fieldOf(whole, "results", "stats") !== undefined &&
	Array.isArray(fieldOf(whole, "results", "results"));

const passOf = (row: unknown): unknown => fieldOf(row, "success") ?? fieldOf(row, "pass");

const isRow = (row: unknown): boolean =>
	typeof passOf(row) === "boolean" &&
	(fieldOf(row, "vars") !== undefined || fieldOf(row, "testCase") !== undefined) &&
	["prompt", "provider", "gradingResult", "namedScores"].some(
		(key) => fieldOf(row, key) !== undefined,
	);

/** Rows of version 2 have no number; their prompt as it is written stands in `display`. */
const columnOf = (row: Fields): string => {
	const index = numberOf(fieldOf(row, "promptIdx"));
	return index === undefined
		? `${labelOf(row)}\n${providerOf(row) ?? ""}`
		: String(index).padStart(9, "0");
};
const compareKeys = (a: string, b: string): number => (a < b ? -1 : 1);

const labelOf = (row: Fields): string =>
	textOf(fieldOf(row, "prompt", "label")) ??
	textOf(fieldOf(row, "prompt", "display")) ??
	textOf(fieldOf(row, "prompt")) ??
	"";
const providerOf = (row: Fields): string | undefined =>
	textOf(fieldOf(row, "provider", "label")) ||
	textOf(fieldOf(row, "provider", "id")) ||
	textOf(fieldOf(row, "provider"));

/** Characters of a prompt that name it. */
const longestLabel = 60;

interface Around {
	file: string;
	when: string | undefined;
	heads: readonly Fields[];
	isAlone: boolean;
	isSeen: boolean;
}

function runOf(rows: readonly Fields[], { file, when, heads, isAlone, isSeen }: Around): ReadRun {
	const [first = {}] = rows;
	const head = heads[numberOf(fieldOf(first, "promptIdx")) ?? -1];
	const model = providerOf(first) ?? textOf(fieldOf(head, "provider"));
	const config = fieldOf(first, "prompt", "config") ?? fieldOf(head, "config");
	return {
		file,
		format: "promptfoo",
		label: isAlone ? "" : [shorten(labelOf(first), longestLabel), model].filter(Boolean).join(", "),
		prompt: promptOf(rows, textOf(fieldOf(head, "raw"))),
		model,
		settings: isFields(config) && Object.keys(config).length > 0 ? fingerprint(config) : undefined,
		when,
		metric: "pass",
		scale: [0, 1],
		outcomes: rows.map(outcomeOf),
		notes: isSeen ? [] : ["unverified-layout"],
	};
}

/** What promptfoo writes where prompts were left out on purpose. */
const stripped = "[prompt stripped]";

/**
 * A prompt can be a function, whose source says little of what was sent. So the texts that were sent
 * count, with the variables put back; where they are left out, the template.
 */
function promptOf(rows: readonly Fields[], template: string | undefined): string | undefined {
	const sent = rows.flatMap((row) => {
		const raw = textOf(fieldOf(row, "prompt", "raw"));
		return raw === undefined || raw === stripped ? [] : [withVariables(raw, variablesOf(row))];
	});
	const written =
		template !== undefined && template !== stripped && /\{\{/.test(template) ? template : undefined;
	if (written !== undefined)
		return fingerprint(written.replaceAll(/\{\{\s*(.*?)\s*\}\}/g, "{{$1}}"));
	const texts = [...new Set(sent)].sort();
	if (texts.length > 0) return fingerprint(texts.length === 1 ? texts[0] : texts);
	return template === undefined || template === stripped ? undefined : fingerprint(template);
}

function withVariables(raw: string, variables: readonly [string, string][]): string {
	let text = raw;
	// The longest first: a short value may be a part of a long one.
	for (const [name, value] of variables.toSorted(([, a], [, b]) => b.length - a.length))
		if (value.length > 2)
			text = text
				.replaceAll(JSON.stringify(value).slice(1, -1), `{{${name}}}`)
				.replaceAll(value, `{{${name}}}`);
	return text;
}

const variablesOf = (row: Fields): [string, string][] => {
	const vars = fieldOf(row, "vars");
	return Object.entries(isFields(vars) ? vars : {})
		.filter(([name]) => !name.startsWith("_"))
		.map(([name, value]) => [name, textOf(value) ?? JSON.stringify(value)]);
};

/** With `--repeat` each repeat gets a number of its own, so the variables tell which test it is. */
export const testOf = (
	description: string,
	variables: readonly (readonly [string, string])[],
): string => fingerprint([description, Object.fromEntries(variables)]);

/** What promptfoo calls a row that could not be judged, apart from one that failed. */
const isError = 2;

function outcomeOf(row: Fields): Outcome {
	const variables = variablesOf(row);
	const description = textOf(fieldOf(row, "testCase", "description")) ?? "";
	const name = description || variables.map(([, value]) => value).join(" ");
	const answer = textOf(fieldOf(row, "response", "output"));
	const error = textOf(fieldOf(row, "error"));
	const said = textOf(fieldOf(row, "gradingResult", "reason")) ?? error;
	const wasJudged = isFields(fieldOf(row, "gradingResult"));
	const isBroken =
		numberOf(fieldOf(row, "failureReason")) === isError ||
		hasGraderError(row) ||
		// Old files have no reason: an error without an answer was not judged.
		(fieldOf(row, "failureReason") === undefined && error !== undefined && !wasJudged);
	const score = numberOf(fieldOf(row, "score"));
	return {
		test: testOf(description, variables),
		name,
		pass: passOf(row) === true,
		score,
		...(isBroken && { error: error ?? said ?? "error" }),
		reason: said,
		expected: expectedOf(row),
		answer,
		length: variables.reduce((sum, [, value]) => sum + value.length, 0) + (answer?.length ?? 0),
		tags: tagsOf(fieldOf(row, "testCase", "metadata")),
		metrics: numbersIn(fieldOf(row, "namedScores")),
	};
}

/** A judge that gave no verdict says nothing of the answer. */
const hasGraderError = (row: Fields): boolean =>
	objectsOf(fieldOf(row, "gradingResult", "componentResults")).some(
		(one) => fieldOf(one, "metadata", "graderError") === true,
	);

/** The right answer, where a test has one check for equality. */
function expectedOf(row: Fields): string | undefined {
	const equals = objectsOf(fieldOf(row, "testCase", "assert")).filter(
		({ type }) => type === "equals" || type === "iequals",
	);
	return equals.length === 1 ? textOf(equals[0]?.value) : undefined;
}

const tagsOf = (metadata: unknown): string[] =>
	Object.entries(isFields(metadata) ? metadata : {})
		.filter(([name]) => !name.startsWith("_"))
		.flatMap(([name, value]) => {
			const text = textOf(value);
			return text !== undefined && text.length <= 60 ? [`${name}: ${text}`] : [];
		});

const numbersIn = (scores: unknown): Record<string, number> =>
	Object.fromEntries(
		Object.entries(isFields(scores) ? scores : {}).flatMap(([name, value]) => {
			const number = numberOf(value);
			return number === undefined ? [] : [[name, number]];
		}),
	);
