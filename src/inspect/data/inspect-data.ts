/** Reads training data and says what it is worth. */
import { bad, good, type Problem, type Result } from "../../core/problems.ts";
import { isFileFault } from "../../io/file-fault.ts";
import { whyRefused } from "../../io/system-errors.ts";
import { type DataReport, reportOn } from "./findings/report.ts";
import type { ProviderId } from "./providers/ids.ts";
import { loadProviders } from "./providers/provider.ts";
import { type FoundFile, findData } from "./reading/find-data.ts";
import { withData } from "./reading/open-data.ts";
import { type OpenSurvey, openSurvey } from "./rows/survey.ts";
import { loadTokenizer } from "./rows/tokens.ts";

export interface InspectOptions {
	files: readonly string[];
	validation?: readonly string[];
	/** How many rows of a kind are told by their place. */
	places?: number;
	/** Whether tokens are counted, and all of them whatever the size. */
	tokens?: "sampled" | "exact" | "none";
	readBytes(path: string): AsyncIterable<Uint8Array>;
	/** Told with the rows read, and the bytes of those that are expected. */
	onProgress?(read: { rows: number; bytes: number; ofBytes: number | undefined }): void;
	/** Where to write a clean set, in the format of a provider if one is named. */
	fix?: { file: string; split: number; provider: ProviderId | undefined } | undefined;
	/** Whether to stop and say what is known so far. */
	isStopped?(): boolean;
}

export const defaultPlaces = 5;

export async function inspectData(options: InspectOptions): Promise<Result<DataReport>> {
	const { files, validation = [], places = defaultPlaces, tokens = "sampled" } = options;
	const sets = [await findData(files), await findData(validation)];
	const problems = sets.flatMap((found) => (found.ok ? [] : found.problems));
	const [train, held] = sets.map((found) => (found.ok ? found.value : []));
	if (!train || !held || problems.length > 0) return bad(...problems);
	const count = tokens === "none" ? undefined : await loadTokenizer();
	const survey = openSurvey({ places, count, isExact: tokens === "exact" });
	const all = [
		...train.map((found) => ({ found, isValidation: false })),
		...held.map((found) => ({ found, isValidation: true })),
	];
	const read = await readAll(all, survey, options);
	if (!read.ok) return read;
	const providers = await loadProviders();
	const surveyed = survey.end();
	const { isStopped } = read.value;
	const report = reportOn(surveyed, { places, providers, isPartial: isStopped });
	const { fix, readBytes } = options;
	if (!fix || isStopped) return good(report);
	const { writeClean } = await import("./fix/write-clean.ts");
	const provider = fix.provider && providers.get(fix.provider);
	const fixed = await writeClean(surveyed, { ...fix, files, validation, readBytes, provider });
	return fixed.ok ? good({ ...report, fixed: fixed.value }) : fixed;
}

const stop = Symbol("stop");

interface ToRead {
	found: FoundFile;
	isValidation: boolean;
}

async function readAll(
	all: readonly ToRead[],
	survey: OpenSurvey,
	{ readBytes, onProgress, isStopped }: InspectOptions,
): Promise<Result<{ isStopped: boolean }>> {
	const sizes = all.map(({ found }) => found.size);
	const ofBytes = sizes.includes(undefined)
		? undefined
		: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
	let [rows, bytes] = [0, 0];
	async function* counted(chunks: AsyncIterable<Uint8Array>) {
		for await (const chunk of chunks) {
			bytes += chunk.length;
			yield chunk;
		}
	}
	for (const { found, isValidation } of all) {
		try {
			await withData({ ...found, chunks: counted(readBytes(found.file)) }, (data) =>
				survey.addFile(data, isValidation, (more) => {
					rows += more;
					onProgress?.({ rows, bytes, ofBytes });
					if (isStopped?.()) throw stop;
				}),
			);
		} catch (error) {
			if (error === stop) return good({ isStopped: true });
			return bad(...problemsOf(error, found.file));
		}
	}
	return good({ isStopped: false });
}

function problemsOf(error: unknown, file: string): Problem[] {
	if (isFileFault(error)) return error.problems;
	return [
		{
			code: "no-file",
			message: `The training data cannot be read: ${whyRefused(error)}.`,
			hint: "Check the path; - reads from stdin.",
			at: { file },
		},
	];
}
