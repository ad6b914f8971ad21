import { describe, expect, test } from "vitest";
import { type Bar, formatBar, fullOf } from "../../src/report/text/bars.ts";
import { pageOf } from "../../src/report/text/page.ts";

const page = pageOf({ width: 80, color: false, unicode: false });

describe("a bar of four columns on each side, for four points", () => {
	test.each([
		["nothing", { points: 0, min: 0, max: 0 }, "    |    "],
		["all for prompts", { points: -4, min: -4, max: -4 }, "####|    "],
		["all for training", { points: 4, min: 4, max: 4 }, "    |####"],
		["may go either way", { points: 0, min: -2, max: 3 }, "  ..|... "],
		["may still grow", { points: 1, min: 0, max: 3 }, "    |#.. "],
		["may turn", { points: 2, min: -1, max: 2 }, "   .|##  "],
		["will be more", { points: 1, min: 3, max: 4 }, "    |# .."],
		["will be less", { points: 0, min: -4, max: -2 }, "... |    "],
		["a little is one column", { points: -0.1, min: -0.1, max: 0.1 }, "   #|.   "],
	] satisfies [string, Bar, string][])("%s", (_name, bar, drawn) => {
		expect(formatBar(bar, { half: 4, full: 4 }, page)).toBe(drawn);
	});
});

test.each([
	["the longest end fills a side", [{ points: 1, min: -8, max: 2 }], 8],
	["nothing to show", [{ points: 0, min: 0, max: 0 }], 1],
	["no scores", [], 1],
] satisfies [string, Bar[], number][])("scale: %s", (_name, bars, full) => {
	expect(fullOf(bars)).toBe(full);
});

test("colour tells the sides apart", () => {
	const drawn = formatBar(
		{ points: -4, min: -4, max: 4 },
		{ half: 4, full: 4 },
		pageOf({ width: 80, color: true, unicode: true }),
	);
	expect(drawn).toBe("\u001b[36m████\u001b[39m│\u001b[2m░░░░\u001b[22m");
});
