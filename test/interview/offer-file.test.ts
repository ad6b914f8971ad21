/** What is taken for a path where a number is asked for. */
import { expect, test } from "vitest";
import { isPath } from "../../src/interview/offer-file.ts";

test.each<[string, boolean]>([
	["train.jsonl", true],
	["train.JSON", true],
	["train.csv.gz", true],
	["'my data.parquet' ", true],
	["data/train", true],
	["~/train", true],
	["package.json", true],
	["LICENSE", true],
	["LICENSE of ours", false],
	["12 apples", false],
	["1.5", false],
	["json", false],
	["", false],
])("%j: %s", (text, isOne) => expect(isPath(text)).toBe(isOne));
