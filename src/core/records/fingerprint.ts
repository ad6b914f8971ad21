/** A short name for a text, to see later whether it was changed. It finds edits; it does not stop forgers. */
import { withoutOwnLines } from "./own-lines.ts";

/** 64 bits in hex, from two lanes that mix each character differently; the core has no crypto. */
export function fingerprint(text: string): string {
	let left = 0x9e3779b9;
	let right = 0x85ebca6b;
	for (let place = 0; place < text.length; place += 1) {
		const code = text.charCodeAt(place);
		left = Math.imul(left ^ code, 0x9e3779b1);
		right = Math.imul(right ^ code, 0x5f356495);
		left ^= left >>> 15;
		right ^= right >>> 13;
	}
	return [
		Math.imul(left ^ (right >>> 16), 0x85ebca6b),
		Math.imul(right ^ (left >>> 13), 0xc2b2ae35),
	]
		.map((lane) => (lane >>> 0).toString(16).padStart(8, "0"))
		.join("");
}

/** Formatters move blanks, break lines and draw tables anew; none of that changes what is said. */
export const fingerprintOfText = (visible: string): string =>
	fingerprint(squeeze(withoutOwnLines(visible)));

const squeeze = (text: string): string => text.replaceAll(/\s+/g, "").replaceAll(/-{2,}/g, "--");

/** A sign of each line of a text that says something, three characters long, in a row. */
export const signsOfLines = (visible: string): string =>
	withoutOwnLines(visible)
		.split("\n")
		.map(squeeze)
		.filter(Boolean)
		.map((line) => fingerprint(line).slice(0, 3))
		.join("");

/** Whether words were changed within lines, and no line was added, taken out or moved. */
export function isInPlace(before: string, now: string): boolean {
	const [was, is] = [eachSign(before), eachSign(now)];
	if (was.length !== is.length) return false;
	const gone = new Set(was.filter((sign, line) => sign !== is[line]));
	return is.every((sign, line) => sign === was[line] || !gone.has(sign));
}

const eachSign = (signs: string): string[] => signs.match(/.{1,3}/g) ?? [];

/** The order of answers, and whether a number stands in quotes, change nothing. */
export const fingerprintOfAnswers = (
	values: Record<string, unknown>,
	title?: string | null,
): string =>
	fingerprint(
		JSON.stringify(
			Object.entries(values)
				.map(([fact, value]) => [fact, String(value)])
				.sort(),
		) + (title ?? ""),
	);
