/** An eval file as it was parsed, before a reader says what it means. */
import type { Problem } from "../../core/problems.ts";

export interface Source {
	/** The path as it was given. */
	file: string;
	content: Content;
}

export type Content = (
	| { kind: "value"; value: unknown }
	/** JSON Lines, or a list. */
	| { kind: "rows"; rows: readonly unknown[]; isLines: boolean }
	| { kind: "table"; header: readonly string[]; rows: readonly (readonly string[])[] }
) & {
	/** The file ends in the middle: the content is what was whole. */
	cut?: Problem;
};

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** A field of an object, and no other of what every object inherits. */
export const fieldOf = (value: unknown, ...path: string[]): unknown =>
	path.reduce<unknown>(
		(at, key) => (isFields(at) && Object.hasOwn(at, key) ? at[key] : undefined),
		value,
	);

export const textOf = (value: unknown): string | undefined =>
	typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;

export const numberOf = (value: unknown): number | undefined =>
	typeof value === "number" && Number.isFinite(value) ? value : undefined;

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Objects of a list; what else stands in it is left out. */
export const objectsOf = (value: unknown): Fields[] => listOf(value).filter(isFields);

/** One line of at most so many characters, with a mark where it goes on. */
export function shorten(text: string, most: number): string {
	// Of a text of a megabyte nobody reads more than its start. What hides stays, to be spelled out.
	const line = text
		.slice(0, most * 4)
		.replaceAll(/[ \t\r\n]+/g, " ")
		.replaceAll(/^ | $/g, "");
	return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** The name of a file without its folder, and the folder's own. */
export const baseName = (file: string): string => file.split(/[/\\]/).at(-1) ?? file;
export const folderName = (file: string): string => file.split(/[/\\]/).slice(0, -1).join("/");
