/** `cost` and `prices` as people run them; each case leaves a transcript. */
import { describe, expect, test } from "vitest";
import { hostileRules } from "../hostile/hostile-rules.ts";
import { folderOf, run } from "./program.ts";
import { expectTranscript } from "./transcripts.ts";

const cwd = folderOf({
	"small/rules.yaml": hostileRules("small"),
	"train.jsonl": Array.from(
		{ length: 40 },
		(_, number) => `{"prompt": "What is twice ${number}?", "completion": "${2 * number}"}\n`,
	).join(""),
	"bot.yaml": `title: Support bot
model: gpt-5.4-mini
monthly-requests: 2m
prompt-tokens: 3k-4k
output-tokens: 200
examples: 2000
data-quality: curated
`,
	"contract.yaml": `source: Contract with OpenAI
date: "2026-11-01"
prices:
  - { seller: openai, model: gpt-5.4-mini, input: 0.5, cached: 0.05, output: 3 }
`,
	"bad-prices.yaml": `prices:
  - { seller: openai, model: gpt-5.4-mini, input: -1, outptu: 3 }
gpus:
  - { gpu: ours, memory: 80, tflops: 989, rent: { low: 3, usual: 2, high: 1 } }
`,
});
const asOf = ["--as-of", "2026-11-28"];
const amounts = ["--monthly-requests", "1k", "--prompt-tokens", "2k", "--output-tokens", "100"];

describe.each<[title: string, code: number, argv: string[]]>([
	["cost", 0, ["cost", "-a", "bot.yaml", "--fixed-tokens", "3000", "--day-rate", "700"]],
	[
		"cost of measured data",
		0,
		["cost", "--data", "train.jsonl", "--model", "gpt-4.1-mini", "--monthly-requests", "200k"],
	],
	["cost explained", 0, ["cost", "-a", "bot.yaml", "--explain"]],
	["cost at prices of a file", 0, ["cost", "-a", "bot.yaml", "--prices", "contract.yaml"]],
	["cost at a price", 0, ["cost", ...amounts, "--model", "x", "--price", "in=1,cached=0.1,out=5"]],
	["cost of an unknown model", 2, ["cost", ...amounts, "--model", "claude-sonnet-5-5"]],
	["cost of nothing", 2, ["cost"]],
	["cost at bad prices", 2, ["cost", "-a", "bot.yaml", "--prices", "bad-prices.yaml"]],
	[
		"cost with every flag wrong",
		2,
		[
			...["cost", "-a", "bot.yaml", "--months", "0", "--day-rate", "-1", "--size", "5000"],
			...["--fixed-tokens", "many", "--price", "in=1"],
		],
	],
	["cost with rules that ask nothing of it", 2, ["cost", "--rules", "small"]],
	["prices of a model and a provider", 0, ["prices", "gpt-4.1-mini", "together"]],
	["prices of nothing", 2, ["prices", "gpt-9"]],
])("%s", (title, code, argv) => {
	test("leaves a transcript", async () => {
		const dated = argv[0] === "cost" || argv[0] === "prices" ? asOf : [];
		await expectTranscript(title, [...argv, ...dated], { code, cwd });
	});
});

test("all prices fit on a page that a pager can search", async () => {
	const { stdout, code } = await run(["prices", ...asOf], { cwd });
	expect(code).toBe(0);
	for (const title of ["Models", "Fine-tuning offers", "GPUs to rent", "Assumptions"])
		expect(stdout).toContain(`\n${title}\n`);
});

test("the same answers give the same bytes", async () => {
	const argv = ["cost", "-a", "bot.yaml", "--format", "json", ...asOf];
	const [first, second] = [await run(argv, { cwd }), await run(argv, { cwd })];
	expect(first.stdout).toBe(second.stdout);
	expect(JSON.parse(first.stdout).schemaVersion).toBe(1);
});

test.each([
	["the last good number of months", "120", 0],
	["one more", "121", 2],
	["the least", "1", 0],
])("%s", async (_, months, code) => {
	expect((await run(["cost", "-a", "bot.yaml", "--months", months, ...asOf], { cwd })).code).toBe(
		code,
	);
});
