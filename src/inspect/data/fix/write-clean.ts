/** `--fix`: the clean set, written without a word changed but for the format. */
import { bad, good, type Problem, type Result } from "../../../core/problems.ts";
import { isSameFile, type LineFile, openLines, unwritten } from "../../../io/write-lines.ts";
import { type Measures, measure } from "../findings/measures.ts";
import type { InspectOptions } from "../inspect-data.ts";
import type { Mark } from "../layouts/marks.ts";
import type { Provider } from "../providers/provider.ts";
import { mendedByConversion, refusalsOf } from "../providers/usable.ts";
import { type FoundFile, findData } from "../reading/find-data.ts";
import { withData } from "../reading/open-data.ts";
import { column } from "../rows/columns.ts";
import { type ReadRow, readExample } from "../rows/read-example.ts";
import { openSurvey, type Survey } from "../rows/survey.ts";
import {
	type Choice,
	chooseRows,
	type LeftOut,
	leaveOut,
	leftOut,
	train,
	validation,
} from "./choose-rows.ts";
import { convert } from "./convert.ts";

export interface FixOptions extends Pick<InspectOptions, "files" | "validation" | "readBytes"> {
	file: string;
	/** The share of rows that goes to a validation set. */
	split: number;
	provider: Provider | undefined;
}

export interface Fixed {
	written: { file: string; rows: number }[];
	/** Files that would have been empty. */
	unwritten: { file: string; why: string }[];
	leftOut: { why: LeftOut; rows: number }[];
	/** What rows had that the format has no place for. */
	without: { what: Lost; rows: number }[];
}

/** A row is worth writing without these. */
const losable = ["reasoning", "weights"] as const satisfies Mark[];
type Lost = (typeof losable)[number];

export async function writeClean(survey: Survey, options: FixOptions): Promise<Result<Fixed>> {
	const found = await findData(options.files);
	if (!found.ok) return found;
	const refused = await refusal(found.value, options);
	if (refused) return bad(refused);
	const measures = measure(survey);
	const choice = chooseRows(survey, measures, options.split);
	const names = [options.file, ...(options.split > 0 ? [validationName(options.file)] : [])];
	let outputs: LineFile[] = [];
	const lost = new Map<Lost, number>();
	try {
		for (let round = 1; ; round += 1) {
			outputs = [];
			lost.clear();
			for (const name of names) outputs.push(await openLines(name));
			const places = await copyRows(found.value, {
				...{ survey, measures, choice, outputs, options, lost },
			});
			const near = round < mostRounds ? await findNear(outputs, options) : [];
			if (near.length === 0) break;
			// What many rows had in common was their template; among fewer rows more of them are alike.
			for (const row of near) leaveOut(choice, places[row] as number, "almost the same");
			for (const output of outputs) await output.discard();
		}
		const sum = sumUp(names, choice);
		for (const output of outputs) {
			const isWritten = sum.written.some(({ file }) => file === output.file);
			await (isWritten ? output.commit() : output.discard());
		}
		return good({
			...sum,
			without: [...lost].map(([what, rows]) => ({ what, rows })),
		});
	} catch (error) {
		for (const output of outputs) await output.discard();
		return bad(unwritten(options.file, error));
	}
}

/** Each leaves out a few rows more; what is left then is told by the next report. */
const mostRounds = 4;

/** An empty file would pass for a set: it is not written, and neither is a validation set without a training set. */
function sumUp(names: readonly string[], { sets, leftOut }: Choice): Omit<Fixed, "without"> {
	const countOf = (set: number) => sets.filter((one) => one === set).length;
	const all = names.map((file, place) => ({
		file,
		rows: countOf(place === 0 ? train : validation),
	}));
	const hasTraining = (all[0]?.rows ?? 0) > 0;
	const [written, empty] = [true, false].map((wants) =>
		all.filter(({ rows }) => (hasTraining && rows > 0) === wants),
	);
	const why = hasTraining
		? "the validation set would be empty. Raise --split, or add examples"
		: "no row is left to train with";
	return {
		written: written ?? [],
		unwritten: (empty ?? []).map(({ file }) => ({ file, why })),
		leftOut: [...leftOut].map(([reason, rows]) => ({ why: reason, rows })),
	};
}

/** Rows of the written training set that are near others of it, or near a row to validate with. */
async function findNear(
	outputs: readonly LineFile[],
	{ validation: held = [], readBytes }: FixOptions,
): Promise<number[]> {
	const survey = openSurvey({ places: 0, count: undefined, isExact: false });
	const [first, second] = outputs.map(({ draft }) => ({
		file: draft,
		isSeekable: true,
		size: undefined,
	}));
	for (const output of outputs) await output.flush();
	const others = await findData(held);
	const all = [
		{ one: first, isValidation: false },
		...[second, ...(others.ok ? others.value : [])].map((one) => ({ one, isValidation: true })),
	];
	for (const { one, isValidation } of all)
		if (one)
			await withData({ ...one, chunks: readBytes(one.file) }, (data) =>
				survey.addFile(data, isValidation),
			);
	const surveyed = survey.end();
	const { near, trainRows } = surveyed;
	const leaking = [...near.later].flatMap((later, at) => {
		const earlier = near.earlier[at] as number;
		return later >= trainRows && earlier < trainRows ? [earlier] : [];
	});
	return [...new Set([...measure(surveyed).near, ...leaking])];
}

const validationName = (file: string): string =>
	/\.jsonl$/i.test(file) ? file.replace(/\.jsonl$/i, ".validation.jsonl") : `${file}.validation`;

async function refusal(
	found: readonly FoundFile[],
	{ file, split }: FixOptions,
): Promise<Problem | undefined> {
	if (found.some(({ isSeekable }) => !isSeekable)) return fromPipe;
	for (const one of found)
		for (const name of split > 0 ? [file, validationName(file)] : [file])
			if (await isSameFile(one.file, name)) return overInput(name);
	return undefined;
}

interface Copying {
	survey: Survey;
	measures: Measures;
	choice: Choice;
	outputs: readonly LineFile[];
	options: FixOptions;
	lost: Map<Lost, number>;
}

/** Reads everything again, in the same order; the places of the rows to train with come back. */
async function copyRows(found: readonly FoundFile[], copying: Copying): Promise<Uint32Array> {
	const { choice, outputs, options } = copying;
	const trained = column(Uint32Array);
	const textOf = writerOf(copying);
	let place = 0;
	for (const one of found)
		await withData({ ...one, chunks: options.readBytes(one.file) }, async (data) => {
			for await (const block of data.rows)
				for (const row of block) {
					const read = readExample(row);
					if ("fault" in read) continue;
					const set = choice.sets[place] as number;
					place += 1;
					if (set === leftOut) continue;
					const text = textOf(read, place - 1);
					if (text === undefined) continue;
					if (set === train) trained.push(place - 1);
					await outputs[set === validation ? 1 : 0]?.write(text);
				}
		});
	return trained.take();
}

/** The line for a row; what has none is left out. */
function writerOf({ survey, measures, choice, options, lost }: Copying) {
	const { provider } = options;
	if (!provider) return ({ row }: ReadRow) => JSON.stringify(row);
	const isTaken = (provider.takes as string[]).includes(measures.format.id);
	return ({ row, example }: ReadRow, place: number) => {
		const marks = refusalsOf(provider, survey.columns.marks.at(place));
		if (isTaken && marks.length === 0) return JSON.stringify(row);
		const isMended = marks.every((mark) => mendedByConversion.includes(mark));
		const converted = isMended
			? convert(row, example, provider["converts-to"])
			: "refused by the provider";
		if (typeof converted === "string") {
			leaveOut(choice, place, converted);
			return undefined;
		}
		for (const mark of losable)
			if (example.marks.has(mark)) lost.set(mark, (lost.get(mark) ?? 0) + 1);
		return JSON.stringify(converted);
	};
}

const fromPipe: Problem = {
	code: "bad-flag",
	message: "--fix reads the training data twice, and a pipe can only be read once.",
	hint: "Save the data to a file first.",
};

const overInput = (file: string): Problem => ({
	code: "bad-flag",
	message: `--fix ${file} would overwrite the training data.`,
	hint: "Choose another file; the training data stays as it is.",
});
