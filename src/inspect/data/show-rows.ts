/** The text of some rows: they are read once more, since nothing but their places is kept. */
import type { Finding } from "./findings/find.ts";
import type { DataReport } from "./findings/report.ts";
import type { InspectOptions } from "./inspect-data.ts";
import { type FoundFile, findData } from "./reading/find-data.ts";
import { withData } from "./reading/open-data.ts";
import { maskSecrets } from "./rows/secrets.ts";

export interface ShownRow {
	code: Finding["code"];
	file: string;
	row: number;
	/** As JSON, cut, and without what looks like a secret. */
	text: string;
}

const mostCharacters = 400;

/** What came by a pipe is gone, and cannot be shown. */
export async function showRows(
	{ findings }: DataReport,
	number: number,
	{ files, validation = [], readBytes }: Pick<InspectOptions, "files" | "validation" | "readBytes">,
): Promise<ShownRow[]> {
	const wanted = findings.flatMap(({ code, rows }) =>
		rows.slice(0, number).map(({ file, row }) => ({ code, file, row })),
	);
	const found = [await findData(files), await findData(validation)];
	const all = found.flatMap((one) => (one.ok ? one.value : []));
	const texts = new Map<string, string>();
	for (const one of all) {
		const rows = new Set(wanted.filter(({ file }) => file === one.file).map(({ row }) => row));
		if (one.isSeekable && rows.size > 0) await readTexts(one, rows, { readBytes, texts });
	}
	return wanted.flatMap((one) => {
		const text = texts.get(keyOf(one));
		return text === undefined ? [] : [{ ...one, text }];
	});
}

const keyOf = ({ file, row }: { file: string; row: number }): string => `${row}:${file}`;

async function readTexts(
	found: FoundFile,
	rows: ReadonlySet<number>,
	{ readBytes, texts }: Pick<InspectOptions, "readBytes"> & { texts: Map<string, string> },
): Promise<void> {
	const { file } = found;
	const last = Math.max(...rows);
	await withData({ ...found, chunks: readBytes(file) }, async (data) => {
		for await (const block of data.rows) {
			for (const { number, value, fault } of block) {
				if (!rows.has(number)) continue;
				const text = fault ? "(cannot be read)" : maskSecrets(JSON.stringify(value));
				texts.set(keyOf({ file, row: number }), cut(text));
			}
			if ((block.at(-1)?.number ?? 0) >= last) return;
		}
	});
}

const cut = (text: string): string =>
	text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
