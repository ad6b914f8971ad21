import { expect, test } from "vitest";
import { formatNumber, parseNumber } from "../../../src/core/answers/numbers.ts";

test.each([
	["0", 0],
	["007", 7],
	["500", 500],
	["200k", 200_000],
	["200K", 200_000],
	["1.5m", 1_500_000],
	["1.1k", 1100],
	["0.0015k", 1.5],
	["1_000_000", 1_000_000],
	["1,000", 1000],
	["1,000,000", 1_000_000],
	["1,000.5", 1000.5],
	["12,500k", 12_500_000],
	[" 500 ", 500],
	["0.1", 0.1],
	["0.500", 0.5],
	["1000.500", 1000.5],
	["1.50", 1.5],
	["1.500k", 1500],
])("%s is a number", (text, value) => expect(parseNumber(text)).toBe(value));

test.each([
	["nothing", ""],
	["a thousand, or one", "1.000"],
	["a million, in some countries", "1.000.000"],
	["five hundred thousand, or as many", "500.000"],
	["a space", " "],
	["a word", "many"],
	["negative", "-5"],
	["a plus", "+5"],
	["hexadecimal", "0x10"],
	["exponential", "1e3"],
	["endless", "Infinity"],
	["not a number", "NaN"],
	["a comma out of place", "1,00"],
	["a list", "500,2000"],
	["a suffix alone", "k"],
	["an unknown suffix", "5g"],
	["two suffixes", "5km"],
	["a space inside", "5 k"],
	["two points", "1.2.3"],
	["no digit before the point", ".5"],
	["no digit after the point", "5."],
	["other digits", "٥"],
	["a trailing separator", "1_000_"],
])("%s is none: %s", (_name, text) => expect(parseNumber(text)).toBeUndefined());

test("more digits than fit are endless, so that a limit can refuse them", () =>
	expect(parseNumber("9".repeat(400))).toBe(Number.POSITIVE_INFINITY));

test.each([
	[0, "0"],
	[999, "999"],
	[1000, "1,000"],
	[20_000, "20,000"],
	[1_234_567, "1,234,567"],
	[1234.5, "1,234.5"],
	[0.00025, "0.00025"],
	[1e21, "1e+21"],
])("%d for people", (value, text) => expect(formatNumber(value)).toBe(text));
