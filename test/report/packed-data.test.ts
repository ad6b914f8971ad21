import { expect, test } from "vitest";
import { packData, readData } from "../../src/report/html/packed-data.ts";
import { slimRules } from "../../src/report/html/what-if.ts";
import { rules } from "../built-in.ts";

test("rules come out as they went in, and are shorter in between", () => {
	const slim = slimRules(rules);
	const packed = packData(slim);
	expect(readData(packed)).toEqual(JSON.parse(JSON.stringify(slim)));
	expect(packed.length).toBeLessThan(JSON.stringify(slim).length * 0.85);
});
