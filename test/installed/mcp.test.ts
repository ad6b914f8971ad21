/** `mcp`, by the official client against the installed program: every tool prints what its command prints. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hostileRules } from "../hostile/hostile-rules.ts";
import { plainEnv } from "../interviews/terminal.ts";
import { connect, isAlive, type Session, textsOf } from "./mcp-client.ts";
import { folderOf, program, run } from "./program.ts";

const asOf = "2026-11-28";
const decision = await run(["--goal", "task-quality", "--format", "markdown", "--as-of", asOf]);
const cwd = folderOf({
	"answers.yaml": "goal: task-quality\ntask: narrow\nprompting: plateaued\n",
	"train.jsonl": '{"prompt":"Say one.","completion":"1"}\n{"prompt":"Say two.","completion":"2"}\n',
	"v1.csv": "question,correct\nq1,true\nq2,false\nq3,true\n",
	"docs/decision.md": decision.stdout,
	"small/rules.yaml": hostileRules("small"),
});
let session: Session;
beforeAll(async () => {
	session = await connect(cwd);
});
afterAll(() => session.client.close());
const call = (name: string, args: Record<string, unknown>) =>
	session.client.callTool({ name, arguments: args });

const costs = { model: "gpt-5.4-mini", "monthly-requests": "200k", "prompt-tokens": 3500 };

describe("a tool prints what its command prints", () => {
	test.each<[tool: string, args: Record<string, unknown>, line: string[]]>([
		["questions", {}, ["questions"]],
		[
			"questions",
			{ goal: "cost-latency", format: "json" },
			["questions", "--goal", "cost-latency", "-f", "json"],
		],
		["decide", { answers: ["answers.yaml"], format: "json" }, ["-a", "answers.yaml", "-f", "json"]],
		[
			"decide",
			{ goal: "new-knowledge", citations: true },
			["--goal", "new-knowledge", "--citations", "yes"],
		],
		[
			"decide",
			{ skills: ["ml", "software"], examples: 500 },
			["--skills", "ml,software", "--examples", "500"],
		],
		[
			"decide",
			{ data: ["train.jsonl"], "eval-results": ["v1.csv"] },
			["--data", "train.jsonl", "--eval-results", "v1.csv"],
		],
		["decide", { format: "adr", brief: true }, ["-f", "adr", "--brief"]],
		["explain", { id: "examples" }, ["explain", "examples"]],
		["explain", { id: "cases", work: "extract" }, ["explain", "cases", "--work", "extract"]],
		[
			"inspect_data",
			{ files: ["train.jsonl"], format: "json" },
			["inspect", "data", "train.jsonl", "-f", "json"],
		],
		["trial_plan", { baseline: ["v1.csv"] }, ["trial", "plan", "--baseline", "v1.csv"]],
		[
			"trial_judge",
			{ prompt: ["v1.csv"], tuned: ["v1.csv"] },
			["trial", "judge", "--prompt", "v1.csv", "--tuned", "v1.csv"],
		],
		[
			"inspect_evals",
			{ files: ["v1.csv"], target: "0.95" },
			["inspect", "evals", "v1.csv", "--target", "0.95"],
		],
		[
			"cost",
			{ ...costs, "output-tokens": 200 },
			[
				"cost",
				...Object.entries(costs).flatMap(([key, value]) => [`--${key}`, `${value}`]),
				"--output-tokens",
				"200",
			],
		],
		["check", { files: ["docs"], "as-of": asOf }, ["check", "docs", "--as-of", asOf]],
		[
			"check",
			{ files: ["docs"], expect: "tune", "as-of": asOf },
			["check", "docs", "--expect", "tune", "--as-of", asOf],
		],
		["check", { files: ["nowhere.md"] }, ["check", "nowhere.md"]],
		["decide", { goal: "quality" }, ["--goal", "quality"]],
		["decide", { "as-of": "today" }, ["--as-of", "today"]],
		["decide", { answers: ["-"] }, ["-a", "-"]],
		["cost", {}, ["cost"]],
		["explain", { id: "goall" }, ["explain", "goall"]],
	])("%s %j", async (tool, args, line) => {
		const isAdvice = tool === "decide";
		const { stdout, stderr, code } = await run(isAdvice ? [...line, "--no-input"] : line, { cwd });
		const told = await call(tool, args);
		expect(textsOf(told)).toEqual([stdout, stderr].filter((text) => text !== ""));
		expect(told.isError).toBe(code === 2);
	});
});

test("the tools, their schemas and what they may do stand in a file that a reviewer can read", async () => {
	const { tools } = await session.client.listTools();
	await expect(`${JSON.stringify(tools, null, "\t")}\n`).toMatchFileSnapshot(
		"../transcripts/mcp-tools.json",
	);
	const writing = tools.filter(({ annotations }) => !annotations?.readOnlyHint);
	expect(writing.map(({ name }) => name)).toEqual(["decide"]);
	expect(session.client.getInstructions()).toContain("Never guess a fact");
});

describe("bad arguments", () => {
	test.each<[what: string, tool: string, args: Record<string, unknown>, says: string]>([
		["misspelt", "decide", { gaol: "x" }, 'decide has no argument "gaol". Did you mean goal?'],
		["of another kind", "decide", { answers: [{}] }, "answers must be a list of texts"],
		["that would write", "check", { files: ["docs"], write: true }, "no argument"],
		["missing", "inspect_data", {}, "files is missing"],
		["with invisible characters", "decide", { "go\u202eal": "x" }, "go\\u202eal"],
	])("%s", async (_, tool, args, says) => {
		const told = await call(tool, args);
		expect(told.isError).toBe(true);
		expect(textsOf(told).join("\n")).toContain(says);
	});

	test("no such tool", async () => {
		await expect(call("deside", {})).rejects.toThrow(
			'There is no tool "deside". Did you mean decide?',
		);
	});
});

test("decide writes the file that is named, and nothing else is written", async () => {
	const told = await call("decide", {
		answers: ["answers.yaml"],
		output: ["0007-prompts.md"],
		format: "adr",
	});
	expect(told.isError).toBe(false);
	expect(textsOf(told).join()).toContain("Wrote 0007-prompts.md.");
	expect(readFileSync(join(cwd, "0007-prompts.md"), "utf8")).toContain("## Decision Outcome");
	const refused = await call("decide", { output: ["no/such/folder.md", "second.md"] });
	expect(refused.isError).toBe(true);
	expect(existsSync(join(cwd, "second.md"))).toBe(false);
});

describe("resources", () => {
	test("are the rules and the cases", async () => {
		const { resources } = await session.client.listResources();
		expect(resources.map(({ uri }) => uri)).toEqual([
			"should-i-finetune://rules",
			"should-i-finetune://cases",
		]);
		const { resourceTemplates } = await session.client.listResourceTemplates();
		expect(resourceTemplates).toHaveLength(2);
	});

	test.each<[uri: string, line: string[]]>([
		["should-i-finetune://rules", ["rules", "docs"]],
		["should-i-finetune://rules/data-size", ["explain", "data-size"]],
		["should-i-finetune://cases", ["explain", "cases"]],
		["should-i-finetune://cases/airbnb-test-migration", ["explain", "airbnb-test-migration"]],
	])("%s", async (uri, line) => {
		const { contents } = await session.client.readResource({ uri });
		expect(contents).toMatchObject([{ uri, text: (await run(line, { cwd })).stdout }]);
	});

	test.each([
		"should-i-finetune://rules/nothing",
		"should-i-finetune://rules/%E0%A4%A",
		"should-i-finetune://rules/a%00b",
		"should-i-finetune://rules/--write",
		"should-i-finetune://secrets",
		"file:///etc/passwd",
	])("%s is none", async (uri) => {
		await expect(session.client.readResource({ uri })).rejects.toThrow(/not found/i);
	});
});

test("calls at the same time are answered each with its own", async () => {
	const goals = ["task-quality", "new-knowledge", "cost-latency", "format-style-tone"];
	const many = [...goals, ...goals, ...goals];
	const told = await Promise.all(many.map((goal) => call("decide", { goal, format: "json" })));
	const answers = told.map((one) => JSON.parse(textsOf(one)[0] ?? "").answers.goal.value);
	expect(answers).toEqual(many);
});

test("a rule set of one's own is chosen for the server, and its facts are what the tools take", async () => {
	const own = await connect(cwd, ["--rules", "small"]);
	const { tools } = await own.client.listTools();
	const decide = tools.find(({ name }) => name === "decide");
	expect(Object.keys(decide?.inputSchema.properties ?? {})).toContain("change");
	const told = await own.client.callTool({
		name: "decide",
		arguments: { change: "daily", format: "json" },
	});
	expect(JSON.parse(textsOf(told)[0] ?? "").ruleset.name).toBe("small");
	await own.client.close();
});

test("nothing is said while all is well", () => expect(session.said()).toBe(""));

describe.skipIf(process.platform === "win32")("an end", () => {
	const start = () => {
		const [node = "", ...first] = program;
		return spawn(node, [...first, "mcp"], { cwd, env: plainEnv, stdio: ["pipe", "pipe", "pipe"] });
	};
	const opening = JSON.stringify({
		jsonrpc: "2.0",
		id: 1,
		method: "initialize",
		params: {
			protocolVersion: "2025-06-18",
			capabilities: {},
			clientInfo: { name: "t", version: "1" },
		},
	});
	const calling = (id: number) =>
		JSON.stringify({
			jsonrpc: "2.0",
			id,
			method: "tools/call",
			params: { name: "decide", arguments: {} },
		});

	test("of stdin ends the program, with 0, also in the middle of calls", async () => {
		const server = start();
		server.stdin.write(`${[opening, calling(2), calling(3)].join("\n")}\n`);
		await once(server.stdout, "data");
		server.stdin.end();
		const [code] = await once(server, "exit");
		expect(code).toBe(0);
	});

	test("of the client ends the server soon", async () => {
		const client = await connect(cwd);
		const pending = client.client.callTool({ name: "decide", arguments: {} }).catch(() => "gone");
		await client.client.close();
		expect(await pending).toBe("gone");
		for (let tries = 0; isAlive(client.pid) && tries < 100; tries += 1) await sleep(50);
		expect(isAlive(client.pid)).toBe(false);
	});

	test("of a client that is killed in the middle of calls ends the server too", async () => {
		const lines = [opening, ...[2, 3, 4].map(calling), ""].join("\n");
		const script = `
			const { spawn } = require("node:child_process");
			const server = spawn(${JSON.stringify(program[0])}, ${JSON.stringify([...program.slice(1), "mcp"])});
			server.stdin.write(${JSON.stringify(lines)});
			server.stdout.once("data", () => console.log(server.pid));`;
		const client = spawn(process.execPath, ["-e", script], { cwd, env: plainEnv });
		const [pid] = await once(client.stdout, "data");
		expect(isAlive(Number(pid))).toBe(true);
		client.kill("SIGKILL");
		for (let tries = 0; isAlive(Number(pid)) && tries < 100; tries += 1) await sleep(50);
		expect(isAlive(Number(pid))).toBe(false);
	});

	test("is not reached before older clients, which begin with initialize, have their answers", async () => {
		const server = start();
		const initialized = JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" });
		server.stdin.write(`${[opening, initialized, calling(2)].join("\n")}\n`);
		let told = "";
		for await (const chunk of server.stdout) {
			told += chunk;
			if (told.split("\n").length > 2) server.stdin.end();
		}
		const answers = told
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(answers).toMatchObject([
			{
				id: 1,
				result: { protocolVersion: "2025-06-18", capabilities: { tools: {}, resources: {} } },
			},
			{ id: 2, result: { isError: false, content: [{ type: "text" }] } },
		]);
		expect(answers[1].result.content[0].text).toBe((await run(["--no-input"], { cwd })).stdout);
	});

	test.each(["SIGTERM", "SIGINT"] as const)("by %s is that of any program", async (signal) => {
		const server = start();
		server.stdin.write(`${[opening, calling(2)].join("\n")}\n`);
		await once(server.stdout, "data");
		server.kill(signal);
		const [code, by] = await once(server, "exit");
		expect([code, by]).toEqual([null, signal]);
	});

	test("lines that are no messages are told on stderr, and the next is answered", async () => {
		const server = start();
		let said = "";
		server.stderr.on("data", (chunk) => {
			said += chunk;
		});
		server.stdin.write(`\u202e{"jsonrpc":\n[]\nnull\n{}\n${opening}\n`);
		const [chunk] = await once(server.stdout, "data");
		const lines = `${chunk}`.trim().split("\n");
		for (const line of lines) expect(JSON.parse(line)).toHaveProperty("jsonrpc", "2.0");
		expect(`${chunk}`).toContain("serverInfo");
		server.stdin.end();
		await once(server, "exit");
		expect(said).not.toMatch(/^\s+at |This is a bug/m);
	});
});
