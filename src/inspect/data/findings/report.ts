/** All that is known of training data, as one value: text, Markdown and JSON are views of it. */

import type { Fixed } from "../fix/write-clean.ts";
import { type Mark, marksOf } from "../layouts/marks.ts";
import type { Provider } from "../providers/provider.ts";
import { type Usable, usableBy } from "../providers/usable.ts";
import type { RowPlace } from "../rows/collectors.ts";
import type { Numbered } from "../rows/columns.ts";
import type { Survey, SurveyedFile } from "../rows/survey.ts";
import type { Term, Terms } from "../rows/terms.ts";
import type { TokenSums } from "../rows/tokens.ts";
import type { ShownRow } from "../show-rows.ts";
import { answerKeyOf } from "./answer-key.ts";
import { type Balance, balanceOf } from "./balance.ts";
import { type Finding, findAll } from "./find.ts";
import type { Format } from "./formats.ts";
import { type LengthBin, lengthBins } from "./lengths.ts";
import { countMarks, type InputGroup, type Measures, measure } from "./measures.ts";

export interface DataReport {
	schemaVersion: 1;
	files: SurveyedFile[];
	/** Whether reading was stopped before the end. */
	isPartial: boolean;
	format: { id: string; name: string; note?: string };
	/** What the format is for. */
	kind: Format["kind"];
	/** What its rows have, such as tools or images, by how many of them. */
	features: Partial<Record<Mark, number>>;
	rows: {
		all: number;
		broken: number;
		valid: number;
		/** Complete rows of the format. */
		complete: number;
		/** Complete rows, each example once. */
		usable: number;
		equalRows: number;
		equalExamples: number;
		emptyAnswers: number;
		withoutAssistant: number;
	};
	/** The key that seems to hold the answers, where that of the format is empty. */
	answersUnder?: string;
	/** The first training rows that repeat an earlier one. */
	equalRows: RowPlace[];
	/** Groups of one input with several answers, before it is judged whether that is wrong. */
	sameInput: {
		groups: number;
		rows: number;
		first: RowPlace[];
		kinds: Record<InputGroup["kind"], number>;
	};
	validation?: {
		rows: number;
		equalRows: number;
		equalExamples: number;
		inputs: number;
		first: RowPlace[];
	};
	labels?: Balance;
	lengths: LengthBin[];
	tokens?: TokenSums & { encoding: "o200k" };
	/** Words that are rare elsewhere; judged only in English, and where tokens are counted. */
	terms?: { isJudged: boolean; terms: Term[] };
	findings: Finding[];
	providers: Usable[];
	/** What `--fix` has written. */
	fixed?: Fixed;
	/** With `--show`. */
	shown?: ShownRow[];
}

/** What is worth a word beside the format. */
const featureMarks = [
	"system",
	"tools",
	"images",
	"audio",
	"reasoning",
	"weights",
	"extra-keys",
] as const;
const mostLabels = 20;

export function reportOn(
	survey: Survey,
	{
		places,
		providers,
		isPartial,
	}: { places: number; providers: ReadonlyMap<string, Provider>; isPartial: boolean },
): DataReport {
	const { files, trainRows, columns } = survey;
	const measures = measure(survey);
	const { format, sameInput, leaks } = measures;
	const ofSet = (isValidation: boolean) =>
		files.filter((file) => file.isValidation === isValidation);
	const sum = (list: readonly SurveyedFile[]) => list.reduce((total, { rows }) => total + rows, 0);
	const rows = sum(ofSet(false));
	const validationRows = sum(ofSet(true));
	const { complete, usable, sets } = usableRows(survey, measures);
	const counts = countMarks(survey, format.layout);
	const balance = balanceOf(survey.labels);
	const answersUnder = answerKeyOf(survey);
	const placesOf = (list: readonly number[]) => list.slice(0, places).map(survey.placeOf);
	return {
		schemaVersion: 1,
		files,
		isPartial,
		format: { id: format.id, name: format.name, ...(format.note && { note: format.note }) },
		kind: format.kind,
		features: Object.fromEntries(
			featureMarks.filter((mark) => counts[mark] > 0).map((mark) => [mark, counts[mark]]),
		),
		rows: {
			all: rows,
			broken: rows - trainRows,
			valid: trainRows,
			complete,
			usable,
			equalRows: measures.equalRows.length,
			equalExamples: measures.equalExamples.length,
			emptyAnswers: countWith(columns.marks, trainRows, "empty-answer"),
			withoutAssistant: countWith(columns.marks, trainRows, "no-assistant"),
		},
		...(answersUnder !== undefined && { answersUnder }),
		equalRows: placesOf(measures.equalRows),
		sameInput: sayGroups(sameInput, placesOf),
		...(ofSet(true).length > 0 && {
			validation: {
				rows: validationRows,
				equalRows: leaks.equalRows.length,
				equalExamples: leaks.equalExamples.length,
				inputs: leaks.inputs.length,
				first: placesOf(leaks.inputs),
			},
		}),
		lengths: lengthBins(columns.characters, trainRows),
		...(balance && { labels: { ...balance, labels: balance.labels.slice(0, mostLabels) } }),
		...(survey.tokens && { tokens: { encoding: "o200k", ...survey.tokens } }),
		...(survey.terms && { terms: sayTerms(survey.terms) }),
		findings: findAll({ survey, measures, rows, validationRows, isPartial, places }),
		providers: [...providers].map(([id, provider]) =>
			usableBy(id, provider, { survey, format, sets }),
		),
	};
}

const sayTerms = ({ terms }: Terms) => ({ isJudged: terms !== undefined, terms: terms ?? [] });

function sayGroups(
	groups: readonly InputGroup[],
	placesOf: (rows: readonly number[]) => RowPlace[],
): DataReport["sameInput"] {
	const kinds = { contradiction: 0, variant: 0, alternative: 0 };
	for (const { kind } of groups) kinds[kind] += 1;
	return {
		groups: groups.length,
		rows: groups.reduce((total, { rows }) => total + rows.length, 0),
		first: placesOf(groups.flatMap(({ rows }) => rows.slice(0, 1))),
		kinds,
	};
}

/** How many rows are complete, how many of them say something new, and what these can be said to have. */
function usableRows({ trainRows, columns }: Survey, { isComplete, firsts }: Measures) {
	const sets = new Map<number, number>();
	const kept = new Uint8Array(trainRows);
	let [complete, usable] = [0, 0];
	for (let row = 0; row < trainRows; row += 1) {
		if (!isComplete(row)) continue;
		complete += 1;
		const first = firsts[row] as number;
		if (kept[first]) continue;
		kept[first] = 1;
		usable += 1;
		const set = columns.marks.at(row);
		sets.set(set, (sets.get(set) ?? 0) + 1);
	}
	return { complete, usable, sets };
}

const countWith = (marks: Numbered, end: number, mark: Mark): number => {
	const bit = marksOf([mark]);
	let count = 0;
	for (let row = 0; row < end; row += 1) if ((marks.at(row) & bit) !== 0) count += 1;
	return count;
};
