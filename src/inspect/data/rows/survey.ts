/** Everything that is kept of the rows of all files, one pass over them. */
import { promptOf } from "../layouts/layout.ts";
import { marksOf } from "../layouts/marks.ts";
import type { DataFile, DataRow } from "../reading/data-file.ts";
import {
	type Fault,
	openAnswerKeys,
	openFaults,
	openKeys,
	openLabels,
	openNear,
	openSecrets,
	placeIn,
	type RowPlace,
	type Secret,
} from "./collectors.ts";
import { column, type Numbered } from "./columns.ts";
import { type ReadRow, readExample } from "./read-example.ts";
import { openTerms, type Terms } from "./terms.ts";
import { type CountTokens, openTokens, type TokenSums } from "./tokens.ts";
import { addWords, clear, hashWords, openWords, type Words } from "./words.ts";

export interface SurveyedFile
	extends Pick<DataFile, "file" | "container" | "encoding" | "compression" | "size"> {
	isValidation: boolean;
	rows: number;
	broken: number;
}

const openColumns = () => ({
	rowHash: column(Float64Array),
	/** 0 where the row has no input of its own. */
	inputHash: column(Float64Array),
	answerHash: column(Float64Array),
	/** Of the answer's words alone, without case and marks. */
	answerWordsHash: column(Uint32Array),
	/** Up to 255. */
	answerWords: column(Uint8Array),
	answerFirstWord: column(Uint32Array),
	characters: column(Uint32Array),
	layout: column(Uint8Array),
	marks: column(Uint32Array),
	/** As `RowPlace` has it. */
	row: column(Uint32Array),
});

type OpenColumns = ReturnType<typeof openColumns>;

/** A few numbers of each row that could be read, by its place among them. */
export type Columns = Readonly<Record<keyof OpenColumns, Numbered>>;

export interface Survey {
	files: SurveyedFile[];
	/** Of training files. */
	faults: Fault[];
	columns: Columns;
	/** Rows from here on are validation rows. */
	trainRows: number;
	placeOf(row: number): RowPlace;
	/** Rows that are near each other: the later of two in the first list, the earlier in the second. */
	near: ReturnType<ReturnType<typeof openNear>["end"]>;
	/** Answers and how often each is given, where they are few and short. */
	labels: Map<string, number> | undefined;
	unknownKeys: Map<string, number>;
	/** Where rows without an answer may have one. */
	answerKeys: Map<string, number>;
	secrets: { rowsByKind: Map<string, number>; first: Secret[] };
	tokens: TokenSums | undefined;
	terms: Terms | undefined;
}

export interface SurveyOptions {
	/** How many rows of a kind are told by their place. */
	places: number;
	count: CountTokens | undefined;
	isExact: boolean;
}

export interface OpenSurvey {
	/** Training files first, then those to validate with. */
	addFile(data: DataFile, isValidation: boolean, onBlock?: (rows: number) => void): Promise<void>;
	end(): Survey;
}

/** What is counted of training rows alone. */
function openTraining({ places, count, isExact }: SurveyOptions) {
	const [secrets, labels, keys] = [openSecrets(places), openLabels(), openKeys()];
	const answerKeys = openAnswerKeys();
	const tokens = count && openTokens(count, isExact);
	const terms = count && openTerms(count);
	return {
		/** @param words of the example */
		add({ row, layout, example, rowHash }: ReadRow, place: () => RowPlace, words: Words): void {
			secrets.add(example, place, words);
			labels.add(example);
			keys.add(row, layout);
			answerKeys.add(row, example);
			terms?.add(`${example.asked}\n${example.output}`);
			tokens?.add(promptOf(example), example.output, rowHash);
		},
		end: () => ({
			labels: labels.end(),
			unknownKeys: keys.end(),
			answerKeys: answerKeys.end(),
			secrets: secrets.end(),
			tokens: tokens?.end(),
			terms: terms?.end(),
		}),
	};
}

export function openSurvey(options: SurveyOptions): OpenSurvey {
	const files: SurveyedFile[] = [];
	const columns = openColumns();
	const lines = openLines();
	const faults = openFaults(options.places);
	const [training, near] = [openTraining(options), openNear()];
	let [rows, trainRows] = [0, 0];

	function addRow(file: SurveyedFile, data: DataRow): void {
		file.rows += 1;
		const read = readExample(data);
		if ("fault" in read) {
			file.broken += 1;
			if (!file.isValidation) faults.add(read.fault, placeIn(file.file, data));
			return;
		}
		const { context, asked, output, marks } = read.example;
		if ([context, asked, output].some(hasPlaceholder)) marks.add("placeholder");
		clear(words);
		addWords(words, asked);
		const begin = words.length;
		addWords(words, output);
		near.add(words, rows);
		if (!file.isValidation) {
			training.add(read, () => placeIn(file.file, data), words);
			trainRows = rows + 1;
		}
		addColumns(columns, read, data.number, begin);
		lines.add(data);
		rows += 1;
	}

	return {
		async addFile(data, isValidation, onBlock = () => undefined) {
			const { file, container, encoding, compression, size } = data;
			const own = {
				...{ file, container, encoding, compression, size },
				...{ isValidation, rows: 0, broken: 0 },
			};
			files.push(own);
			lines.addFile(file, container === "JSON lines", rows);
			for await (const block of data.rows) {
				for (const row of block) addRow(own, row);
				onBlock(block.length);
			}
		},
		end() {
			return {
				files,
				faults: faults.end(),
				columns,
				trainRows,
				placeOf: (row) => lines.placeOf(row, columns.row.at(row)),
				near: near.end(),
				...training.end(),
			};
		},
	};
}

/** Of the row that is read. */
const words = openWords();

function addColumns(
	columns: OpenColumns,
	{ rowHash, inputHash, answerHash, layout, example }: ReadRow,
	number: number,
	begin: number,
): void {
	columns.rowHash.push(rowHash);
	columns.inputHash.push(inputHash);
	columns.answerHash.push(answerHash);
	// The answer's words follow those of the input.
	columns.answerWordsHash.push(hashWords(words, begin) >>> 0);
	columns.answerWords.push(Math.min(255, words.length - begin));
	columns.answerFirstWord.push(words.length > begin ? (words.list[begin] as number) >>> 0 : 0);
	columns.characters.push(example.context.length + example.asked.length + example.output.length);
	columns.layout.push(layout);
	columns.marks.push(marksOf(example.marks));
	columns.row.push(number);
}

/** Which file a row is of, and the line that it begins in: of JSON lines that is its number. */
function openLines() {
	const files: { file: string; isLines: boolean; first: number; firstLine: number }[] = [];
	const lines = column(Uint32Array);
	return {
		addFile(file: string, isLines: boolean, first: number): void {
			files.push({ file, isLines, first, firstLine: lines.length() });
		},
		add({ line }: DataRow): void {
			if (!files.at(-1)?.isLines) lines.push(line ?? 0);
		},
		placeOf(row: number, number: number): RowPlace {
			const of = files.findLast(({ first }) => first <= row);
			if (!of) return { file: "", row: number };
			const line = of.isLines ? number : lines.at(of.firstLine + row - of.first) || undefined;
			return placeIn(of.file, { number, line });
		},
	};
}

/** What a template was to fill in, and did not. */
const placeholder = /(?<![\w\\|$^_}{])\{\{ ?[A-Za-z]{2}[\w. -]{1,40}\}\}/;
const hasPlaceholder = (text: string): boolean => text.includes("{{") && placeholder.test(text);
