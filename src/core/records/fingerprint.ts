/** A short name for a text, to see later whether it was changed. It finds edits; it does not stop forgers. */

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
export const fingerprintOfText = (visible: string): string => fingerprint(squeeze(visible));

const squeeze = (text: string): string => text.replaceAll(/\s+/g, "").replaceAll(/-{2,}/g, "--");

/** A sign of each line of a text that says something, three characters long, in a row. */
export const signsOfLines = (visible: string): string =>
	visible
		.split("\n")
		.map(squeeze)
		.filter(Boolean)
		.map((line) => fingerprint(line).slice(0, signLength))
		.join("");

const signLength = 3;

/** Whether words were changed within lines, and no line was added, taken out or moved. */
export function isInPlace(before: string, now: string): boolean {
	if (before.length !== now.length) return false;
	const [was, is] = [before, now].map((signs) => signs.match(/.{3}/gs) ?? []);
	const changed = [...(was ?? []).keys()].filter((line) => was?.[line] !== is?.[line]);
	const gone = new Set(changed.map((line) => was?.[line]));
	return changed.every((line) => !gone.has(is?.[line]));
}

/** The order of answers, and whether a number stands in quotes, change nothing. */
export const fingerprintOfAnswers = (values: Record<string, unknown>): string =>
	fingerprint(
		JSON.stringify(
			Object.entries(values)
				.map(([fact, value]) => [fact, String(value)])
				.sort(),
		),
	);
