/** Which columns of a table hold what: as named, else by their names and what stands in them. */

import { formatRaw } from "../../../core/answers/answers.ts";
import { didYouMean } from "../../../core/answers/nearest-word.ts";
import type { Problem } from "../../../core/problems.ts";
import type { NamedColumns } from "../reader.ts";
import type { Table } from "./as-table.ts";
import { isBlankCell, isPassWord, isPlainWord, numberIn } from "./cells.ts";
import { sideBySide } from "./side-by-side.ts";

/** A column with results. Two columns side by side are two runs. */
export interface Judged {
	at: number;
	metric: string;
	/** What tells it from the one beside it. */
	label: string;
	isPass: boolean;
	/** Ratings pass from here on. */
	threshold?: number;
}

export interface Columns {
	judged: Judged[];
	test: number | undefined;
	variant: number | undefined;
	time: number | undefined;
	prompt: number | undefined;
	expected: number | undefined;
	answer: number | undefined;
	reason: number | undefined;
	metrics: number[];
	tags: number[];
}

type Picked = { ok: true; value: Columns } | { ok: false; problem: Problem };

const tests =
	/^(?:test|tests|test_?(?:id|name|case)|case(?:_?id)?|question|questions|user_input|inputs?|query|user_query|inputs\.(?:query|question)|text|instance_id|task_id|example_id|sample_id|doc_id|id|idx|index|name|prompt)$/i;
const testsInOrder = ["question", "user_input", "query", "input", "test", "case", "text", "id"];
const variants =
	/^(?:variant|version|prompt_?(?:version|id|name)|experiment|iteration|run|run_?(?:id|name)|config|model)$/i;
const times = /^(?:time|timestamp|date|created|created_at|started_at)$/i;
const expectedNames =
	/^(?:expected|expected_output|target|label|truth|ground_truth|reference|true_answers?|gold|inputs\.ground_truth)$/i;
const answerNames =
	/^(?:answer|answers|output|outputs|response|prediction|predicted|predicted_answers?|actual|actual_output|completion|outputs\.response)$/i;
const reasonNames = /^(?:reason|error|explanation|comment|failure|why)$/i;
const tagNames = /^(?:tag|tags|category|topic|type|kind|difficulty|language|intent|subject|task)$/i;

/** Names of results, the surest first. */
const passNames = [
	/^(?:pass|passed|success|correct|is_?correct|is_?pass(?:ed)?|resolved)$/i,
	/(?:^|[_. ])(?:pass|passed|success|correct|resolved|solved)(?:$|[_. ])/i,
	/_result$/i,
	/(?:match|acc|accuracy|result|outcome|verdict|grade|status|score|^em)/i,
];
const scoreNames = [
	/^(?:score|total_?score|overall)$/i,
	/^gpt_groundedness$/i,
	/(?:^|[_. ])(?:avg|average|mean|total|overall)[_. ]?score$/i,
	/correctness$/i,
	/faithfulness$/i,
	/groundedness$/i,
	/(?:^|_)sas$|similarity$|(?:^|_)f1$|rouge|bleu|exact/i,
];

/** Numbers that say nothing of right and wrong. */
const measuresNoQuality =
	/latency|duration|elapsed|time|seconds|_ms$|token|cost|price|usd|length|chars|words|count|^n$|num_|size|seed|index|rank|year|page|temperature|confidence/i;

export function pickColumns(table: Table, named: NamedColumns): Picked {
	const { header } = table;
	for (const name of Object.values(named))
		if (!header.includes(name)) return { ok: false, problem: noColumn(name, header) };
	const at = (name: string | undefined): number | undefined =>
		name === undefined ? undefined : header.indexOf(name);
	const find = (names: RegExp): number | undefined => {
		const found = header.findIndex((name) => names.test(name));
		return found < 0 ? undefined : found;
	};
	const judged =
		named.pass === undefined ? guessJudged(table) : [judgedAt(table, header.indexOf(named.pass))];
	if (judged.length === 0) return { ok: false, problem: noResults(header) };
	const answer = find(answerNames);
	return {
		ok: true,
		value: {
			judged,
			test: at(named.test) ?? guessTest(table),
			variant: at(named.variant) ?? guessVariant(table),
			time: at(named.time) ?? find(times),
			prompt: find(/^(?:prompt|system_prompt|prompt_template)$/i),
			expected: find(expectedNames),
			answer,
			reason: find(reasonNames),
			metrics: header.flatMap((_, column) =>
				isNumeric(table, column) && !isId(header[column] as string) ? [column] : [],
			),
			tags: header.flatMap((name, column) => (tagNames.test(name) ? [column] : [])),
		},
	};
}

const isId = (name: string): boolean =>
	tests.test(name) || variants.test(name) || times.test(name) || name === "";

const cellsOf = ({ rows }: Table, at: number): string[] =>
	rows.map((row) => row[at] ?? "").filter((cell) => !isBlankCell(cell));

const isNumeric = (table: Table, at: number): boolean => {
	const cells = cellsOf(table, at);
	return cells.length > 0 && cells.every((cell) => numberIn(cell) !== undefined);
};

const isOfPasses = (table: Table, at: number): boolean => {
	const cells = cellsOf(table, at);
	return cells.length > 0 && cells.every(isPassWord);
};

/** Evaluators of Azure rate from 1 to 5, and count 4 and 5 as passed. */
const ratingThreshold = 4;

function judgedAt(table: Table, at: number): Judged {
	const name = table.header[at] as string;
	const isRating =
		/^gpt_|\.gpt_/.test(name) &&
		cellsOf(table, at).every((cell) => /^[1-5](?:\.0)?$/.test(cell.trim()));
	return {
		at,
		metric: name,
		label: "",
		isPass: isOfPasses(table, at),
		...(isRating && { threshold: ratingThreshold, isPass: false }),
	};
}

function guessJudged(table: Table): Judged[] {
	const { header } = table;
	const places = [...header.keys()].filter((at) => !isId(header[at] as string));
	const passes = places.filter(
		(at) =>
			isOfPasses(table, at) &&
			(rankOf(passNames, header[at] as string) < passNames.length ||
				cellsOf(table, at).every(isPlainWord)),
	);
	const numbers = places.filter(
		(at) => isNumeric(table, at) && !measuresNoQuality.test(header[at] as string),
	);
	const ratings = numbers.filter((at) => judgedAt(table, at).threshold !== undefined);
	const besides = (columns: readonly number[], names: readonly RegExp[]) =>
		sideBySide(header, columns, (stem) => rankOf(names, stem))?.map(({ at, ...one }) => ({
			...judgedAt(table, at),
			...one,
		}));
	return (
		best(table, ratings, scoreNames) ??
		besides(passes, passNames) ??
		best(table, passes, passNames) ??
		besides(numbers, scoreNames) ??
		best(table, numbers, scoreNames) ??
		[]
	);
}

const rankOf = (names: readonly RegExp[], name: string): number => {
	const rank = names.findIndex((one) => one.test(name));
	return rank < 0 ? names.length : rank;
};

/** The surest name; of equals the one further left. */
function best(
	table: Table,
	places: readonly number[],
	names: readonly RegExp[],
): Judged[] | undefined {
	const rank = (at: number) => rankOf(names, table.header[at] as string);
	const [first] = places.toSorted((a, b) => rank(a) - rank(b) || a - b);
	return first === undefined ? undefined : [judgedAt(table, first)];
}

/** A column whose cells tell rows apart best, texts before numbers. */
function guessTest(table: Table): number | undefined {
	const { header } = table;
	const places = [...header.keys()].filter((at) => tests.test(header[at] as string));
	const rank = (at: number) => {
		const place = testsInOrder.findIndex((name) =>
			(header[at] as string).toLowerCase().includes(name),
		);
		return place < 0 ? testsInOrder.length : place;
	};
	return places.toSorted((a, b) => rank(a) - rank(b) || a - b)[0];
}

/** More values than that are no variants. */
const mostVariants = 100;

function guessVariant(table: Table): number | undefined {
	const found = [...table.header.keys()].find((at) => {
		if (!variants.test(table.header[at] as string)) return false;
		const values = new Set(cellsOf(table, at));
		return values.size > 1 && values.size <= mostVariants && values.size * 2 <= table.rows.length;
	});
	return found;
}

const noColumn = (name: string, header: readonly string[]): Problem => ({
	code: "bad-flag",
	message: `There is no column ${formatRaw(name)}.${didYouMean(name, header)}`,
	hint: `The columns are ${header.slice(0, 30).map(formatRaw).join(", ")}.`,
});

const noResults = (header: readonly string[]): Problem => ({
	code: "no-evals",
	message: `No column holds passes or scores; the columns are ${header.slice(0, 30).map(formatRaw).join(", ")}.`,
	hint: "Name the column with --columns pass=<name>; test, variant and time can be named too.",
});
