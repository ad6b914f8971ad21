/** Numbers as people write them: `200k`, `1_000_000`, `1,000`, `1.5m`. */

const written = /^(\d+(?:[_,]\d{3})*|\d+)(\.\d+)?([km])?$/i;
/** `20.000` is twenty thousand for many people and twenty for others, so it is no number here. */
export const isEitherPoint = (text: string): boolean => /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(text);
const factors: Record<string, number> = { k: 1e3, m: 1e6 };

/** The number that a text stands for, or undefined when it is none. */
export function parseNumber(text: string): number | undefined {
	if (isEitherPoint(text.trim())) return undefined;
	const [, whole = "", fraction = "", suffix = ""] = written.exec(text.trim()) ?? [];
	if (whole === "") return undefined;
	const digits = whole.replaceAll(/[_,]/g, "") + fraction;
	// Number("1.1") * 1000 is 1100.0000000000002: shift the point in the text instead.
	const exponent = Math.log10(factors[suffix.toLowerCase()] ?? 1);
	return Number(`${digits}e${exponent}`);
}

/** A count for people; how many more than a thousand million does not matter. */
export const formatCount = (count: number): string =>
	count > 1e9 ? `over ${formatNumber(1e9)}` : formatNumber(count);

/** A number for people: thousands apart, no locale: `20,000`. */
export function formatNumber(value: number): string {
	const [whole = "", fraction] = String(value).split(".");
	if (whole.includes("e")) return String(value);
	const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
	return fraction ? `${grouped}.${fraction}` : grouped;
}
