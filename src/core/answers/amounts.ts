/** Amounts as people write them: `$1,500`, `~500`, `500+`, `under 20k`, `500-2000`. */
import { amountsLike } from "./accepted.ts";
import { splitRange } from "./answer-set.ts";
import { formatNumber, isEitherPoint, parseNumber } from "./numbers.ts";
import type { Question } from "./question.ts";

/** Both ends are included; one that is left out is open. */
interface Amount {
	least?: number | undefined;
	most?: number | undefined;
}

/** What is wrong with an amount: the rest of a sentence that begins with it. */
export interface Fault {
	fault: string;
}

type Limits = NonNullable<Question["number"]>;

/** One line a way to write it. None tries again from further on, so that a long text takes no longer than it must. */
const forms: { form: RegExp; toAmount: (number: number, step: number) => Amount }[] = [
	{ form: /^(?:at least|>=|≥)(.+)$/, toAmount: (least) => ({ least }) },
	{ form: /^(.+?)(?:\+|or more|and up|up|plus)$/, toAmount: (least) => ({ least }) },
	{ form: /^(?:over|above|more than|>)(.+)$/, toAmount: (than, step) => ({ least: than + step }) },
	{ form: /^(?:at most|up to|<=|≤)(.+)$/, toAmount: (most) => ({ most }) },
	{ form: /^(.+?)(?:or less|or fewer)$/, toAmount: (most) => ({ most }) },
	{
		form: /^(?:under|below|less than|fewer than|<)(.+)$/,
		toAmount: (than, step) => ({ most: than - step }),
	},
];
const between = /^(?:between|from)(.+?) (?:and|to) (.+)$/;
const fromTo = /^(.+?)(?:-|–|—| to )(.+)$/;
const roughly = /^(?:~|≈|about|around|roughly|approximately|approx\.?|circa|ca\.)/;

export function readAmount(text: string, limits: Limits): Amount | Fault {
	const plain = text.toLowerCase().replaceAll(/\s+/g, " ").trim().replace(roughly, "").trim();
	const amount = readForm(plain, limits);
	return "fault" in amount ? amount : (faultOf(amount, limits) ?? amount);
}

function readForm(text: string, limits: Limits): Amount | Fault {
	const dotted = splitRange(text);
	if (dotted) return readRange(dotted, limits);
	const named = between.exec(text);
	if (named) return readSpan(named, limits);
	for (const { form, toAmount } of forms) {
		const written = form.exec(text)?.[1];
		if (written === undefined) continue;
		const number = readNumber(written, limits);
		// Under 500 examples are at most 499; under 500 dollars there is no last amount.
		return typeof number === "number" ? toAmount(number, limits.whole ? 1 : 0) : number;
	}
	const span = fromTo.exec(text);
	if (span) return readSpan(span, limits);
	const number = readNumber(text, limits);
	return typeof number === "number" ? { least: number, most: number } : number;
}

/** Either end may be empty, which leaves it open. */
function readRange([low, high]: [string, string], limits: Limits): Amount | Fault {
	const [least, most] = [low, high].map((end) =>
		end === "" ? undefined : readNumber(end, limits),
	);
	if (typeof least === "object") return least;
	if (typeof most === "object") return most;
	return { least, most };
}

function readSpan([, low = "", high = ""]: RegExpExecArray, limits: Limits): Amount | Fault {
	const [from = "", to = ""] = [low, high].map((end) => withoutUnit(end.trim(), limits.unit));
	return sharedSuffix(from, to) ?? readRange([from, to], limits);
}

/** `20-50k` is from 20 for some people, and from 20,000 for others; `500-2k` is clear. */
function sharedSuffix(low: string, high: string): Fault | undefined {
	const digits = high.replace(/ ?[a-z]+$/, "");
	const suffix = high.slice(digits.length).trim();
	const [from, to] = [low, digits].map(parseNumber);
	const isClear = parseNumber(`1${suffix}`) === undefined || suffix === "";
	if (isClear || from === undefined || to === undefined || from >= to) return undefined;
	return {
		fault: `could start at ${low} or at ${low}${suffix}. Write ${low}${suffix}-${high}, or ${low}..${high}.`,
	};
}

/** `20,000`, `20 000`, `20 k`, `$1,500`, `8 weeks`. */
function readNumber(text: string, limits: Limits): number | Fault {
	const bare = withoutUnit(text.trim(), limits.unit);
	if (isEitherPoint(bare)) return eitherPoint(bare);
	const joined = /^\d{1,3}(?: \d{3})+(?! ?\d)/.test(bare) ? bare.replaceAll(/ (?=\d)/g, "") : bare;
	const short = joined
		.replace(/ ?thousand$/, "k")
		.replace(/ ?million$/, "m")
		.replace(/ ([km])$/, "$1");
	return (
		parseNumber(short) ??
		parsePower(short) ?? {
			fault: `is not a number of ${limits.unit}. Write one such as ${amountsLike(limits)}.`,
		}
	);
}

/** `1e6`, as programs write it. A rule set has no need of it. */
const parsePower = (text: string): number | undefined =>
	/^\d{1,15}(?:\.\d{1,15})?e\+?\d{1,2}$/.test(text) ? Number(text) : undefined;

const dollars = ["us$", "$", "usd", "us dollars", "dollars"];

function withoutUnit(text: string, unit: string): string {
	const lower = unit.toLowerCase();
	for (const name of lower === "us dollars" ? dollars : [lower, lower.replace(/s$/, "")]) {
		if (text.startsWith(name)) return text.slice(name.length).trim();
		if (text.endsWith(name)) return text.slice(0, -name.length).trim();
	}
	return text;
}

function eitherPoint(text: string): Fault {
	const number = String(Number(text));
	const decimal = /\.\d{3}$/.test(number) ? `${number}0` : number;
	const readings = [text.replaceAll(".", ","), ...(number === "NaN" ? [] : [decimal])];
	return {
		fault: `is ambiguous: its point can separate thousands or decimals. Write ${readings.join(" or ")}.`,
	};
}

function faultOf({ least, most }: Amount, { most: top, unit, whole }: Limits): Fault | undefined {
	const ends = [least, most].filter((end) => end !== undefined);
	if (ends.some((end) => end > top))
		return { fault: `is too large: at most ${formatNumber(top)} ${unit}.` };
	if (whole && !ends.every(Number.isInteger)) return { fault: `is not a whole number of ${unit}.` };
	if (ends.some((end) => end < 0)) return { fault: "leaves no possible number." };
	if (least !== undefined && most !== undefined && least > most)
		return { fault: "runs backwards. Put the smaller number first." };
	return undefined;
}
