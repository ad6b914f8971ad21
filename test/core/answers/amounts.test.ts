/** Amounts as people write them: what is read, and on which side of each edge. */
import { expect, test } from "vitest";
import { readAmount } from "../../../src/core/answers/amounts.ts";

const examples = { most: 1_000_000, unit: "examples", example: 500, whole: true } as const;
const dollars = { most: 1_000_000, unit: "US dollars", example: 1500 };
const weeks = { most: 1000, unit: "weeks", example: 8 };

test.each<[string, number | undefined, number | undefined]>([
	["500", 500, 500],
	["~500", 500, 500],
	["≈ 500", 500, 500],
	["about 500", 500, 500],
	["Around 2k", 2000, 2000],
	["approx. 500", 500, 500],
	["circa 500", 500, 500],
	["20k", 20_000, 20_000],
	["20 K", 20_000, 20_000],
	["0.5M", 500_000, 500_000],
	["1e3", 1000, 1000],
	["1.5E+3", 1500, 1500],
	["1e3-2e3", 1000, 2000],
	["20 thousand", 20_000, 20_000],
	["0.5 million", 500_000, 500_000],
	["200 000", 200_000, 200_000],
	["200\u00a0000", 200_000, 200_000],
	["200\u202f000", 200_000, 200_000],
	["200,000", 200_000, 200_000],
	["500 examples", 500, 500],
	["1 example", 1, 1],
	["500+", 500, undefined],
	["20k +", 20_000, undefined],
	["500 or more", 500, undefined],
	["500 and up", 500, undefined],
	["at least 500", 500, undefined],
	["from 500 to 2000", 500, 2000],
	[">= 500", 500, undefined],
	[">500", 501, undefined],
	["over 500", 501, undefined],
	["more than 500", 501, undefined],
	["500..", 500, undefined],
	["..500", undefined, 500],
	["<500", undefined, 499],
	["under 500", undefined, 499],
	["fewer than 1", undefined, 0],
	["<= 500", undefined, 500],
	["up to 500", undefined, 500],
	["at most 500", undefined, 500],
	["500 or fewer", undefined, 500],
	["500..2000", 500, 2000],
	["500-2000", 500, 2000],
	["500 – 2000", 500, 2000],
	["500—2000", 500, 2000],
	["500 to 2,000", 500, 2000],
	["between 500 and 2k", 500, 2000],
	["about 500-2000", 500, 2000],
	["500-2k", 500, 2000],
	["20k-50k", 20_000, 50_000],
	["20..50k", 20, 50_000],
	["500-500", 500, 500],
	["0", 0, 0],
	["1m", 1_000_000, 1_000_000],
	["over 999,999", 1_000_000, undefined],
])("%s: from %s to %s examples", (text, least, most) =>
	expect({ least: undefined, most: undefined, ...readAmount(text, examples) }).toEqual({
		least,
		most,
	}),
);

test.each([
	["$1,500", 1500],
	["$ 1500", 1500],
	["1,500 USD", 1500],
	["US$1500", 1500],
	["1500 US dollars", 1500],
	["1500 dollars", 1500],
	["1500$", 1500],
	["1.5k", 1500],
	["0.5", 0.5],
])("%s is %d dollars", (text, amount) =>
	expect(readAmount(text, dollars)).toEqual({ least: amount, most: amount }),
);

test.each([
	["$500-$2,000", { least: 500, most: 2000 }],
	["$500+", { least: 500 }],
	// There is no last amount below 500 dollars, so that 500 stays possible.
	["under $500", { most: 500 }],
	["over $500", { least: 500 }],
])("%s: %j dollars", (text, amount) => expect(readAmount(text, dollars)).toEqual(amount));

test.each([
	["8 weeks", 8],
	["1 week", 1],
	["1.5", 1.5],
])("%s is %d", (text, amount) =>
	expect(readAmount(text, weeks)).toEqual({ least: amount, most: amount }),
);

const noNumber = "is not a number of examples. Write one such as 500, 20k, 500+ or 500-1000.";
test.each([
	...[
		"",
		"~",
		"many",
		"-5",
		"+5",
		"5-",
		"5--7",
		"1e",
		"1e-3",
		"50%",
		"$500",
		"1,5",
		"500,2000",
		"20 00",
	].map((text) => [text, noNumber]),
	...[
		"200 0000",
		"200 000 00",
		"500 2000",
		"20 k k",
		"k",
		"at least",
		"under under 5",
		"5 weeks",
	].map((text) => [text, noNumber]),
	["500+ or 600", noNumber],
	["1.5", "is not a whole number of examples."],
	["1.5-3", "is not a whole number of examples."],
	["2000-500", "runs backwards. Put the smaller number first."],
	["2000..500", "runs backwards. Put the smaller number first."],
	["<0", "leaves no possible number."],
	["1,000,001", "is too large: at most 1,000,000 examples."],
	["over 1m", "is too large: at most 1,000,000 examples."],
	["5..2m", "is too large: at most 1,000,000 examples."],
	["20.000", "is ambiguous: its point can separate thousands or decimals. Write 20,000 or 20."],
	["1.234", "is ambiguous: its point can separate thousands or decimals. Write 1,234 or 1.2340."],
	["1.000.000", "is ambiguous: its point can separate thousands or decimals. Write 1,000,000."],
	["20-50k", "could start at 20 or at 20k. Write 20k-50k, or 20..50k."],
	["49-50k examples", "could start at 49 or at 49k. Write 49k-50k, or 49..50k."],
])("%s %s", (text, fault) => expect(readAmount(text, examples)).toEqual({ fault }));

test("what is advised is accepted", () => {
	for (const text of ["20,000", "20", "1,234", "1.2340", "1,000,000", "20k-50k", "20..50k"])
		expect(readAmount(text, { ...weeks, most: 1e9 })).not.toHaveProperty("fault");
});
