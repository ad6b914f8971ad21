/** The names of formats, since flags need them at every start, and file extensions. What they print is in reports.ts. */

interface Entry {
	/** Files with these extensions get this format unless another is asked for. */
	extensions: string[];
	/** Files with these get it only when it is asked for. */
	onRequest?: string[];
}

const table = {
	text: { extensions: [".txt"] },
	markdown: { extensions: [".md", ".markdown"] },
	adr: { extensions: [], onRequest: [".md", ".markdown"] },
	json: { extensions: [".json"] },
	html: { extensions: [".html", ".htm"] },
} satisfies Record<string, Entry>;

export type Format = keyof typeof table;
export const formats = Object.keys(table) as Format[];

/** The format of a file: its extension tells, but for formats that share it; without one, what was asked for. */
export function formatOf(file: string, asked?: Format): Format | undefined {
	const has = (extensions: string[] = []) =>
		extensions.some((extension) => file.toLowerCase().endsWith(extension));
	const entries: Record<Format, Entry> = table;
	if (asked && has(entries[asked].onRequest)) return asked;
	return formats.find((format) => has(entries[format].extensions)) ?? asked;
}

/** The formats of `check`. */
export const recordsFormats = ["text", "json", "junit", "github", "markdown"] as const;
export type RecordsFormat = (typeof recordsFormats)[number];

/** The formats of `inspect data`. */
export const dataFormats = ["text", "markdown", "json", "html", "github"] as const;
export type DataFormat = (typeof dataFormats)[number];
