/** Hostile calls and hostile bytes at the door for coding agents. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Session, textsOf } from "../installed/mcp-client.ts";
import { folderOf } from "../installed/program.ts";
import { blobsOf, commandsIn, hidden } from "./characters.ts";
import { type Trial, tryAll } from "./trial.ts";

let session: Session;
beforeAll(async () => {
	session = await connect(folderOf({ "a.yaml": "goal: task-quality\n" }));
});
afterAll(() => session.client.close());

/** JSON carries what no command line can: NUL, half characters, other kinds of values. */
const texts = [...blobsOf(2_000), "a\0b"];
const depth = (levels: number): unknown => (levels === 0 ? 1 : [depth(levels - 1)]);

const calls = texts.flatMap((text): [tool: string, args: Record<string, unknown>][] => [
	["decide", { title: text }],
	["decide", { goal: text }],
	["decide", { [text]: "x" }],
	["decide", { answers: [text] }],
	["decide", { format: text }],
	["decide", { output: [`${text}.xyz`] }],
	["explain", { id: text }],
	["check", { files: [text] }],
	["inspect_data", { files: [text], format: "json" }],
	["inspect_evals", { files: [text] }],
	["cost", { model: text, price: text }],
	["questions", { model: text, format: "json" }],
]);

describe("what comes out hides nothing and commands nobody", () => {
	test.each(
		calls.map(
			([tool, args], place) =>
				[`${place}: ${tool} ${Object.keys(args)[0]?.slice(0, 9)}`, tool, args] as const,
		),
	)("%s", async (_, tool, args) => {
		const told = textsOf(await session.client.callTool({ name: tool, arguments: args })).join("\n");
		expect(told).not.toBe("");
		// A half character that is typed becomes U+FFFD on its way to a process.
		expect(hidden(told).filter((code) => code !== "fffd")).toEqual([]);
		expect(commandsIn(told)).toEqual([]);
		expect(told).not.toMatch(/^\s+at .*:\d+:\d+|This is a bug/m);
	});

	test.each(texts.map((text, place) => [place, text] as const))("names, %i", async (_, text) => {
		const failures = await Promise.all([
			session.client.callTool({ name: text, arguments: {} }).catch(String),
			session.client.readResource({ uri: `should-i-finetune://rules/${text}` }).catch(String),
		]);
		for (const failure of failures) {
			expect(hidden(`${failure}`).filter((code) => code !== "fffd")).toEqual([]);
			expect(commandsIn(`${failure}`)).toEqual([]);
		}
	});
});

describe("calls that no person would type", () => {
	test.each<[what: string, tool: string, args: Record<string, unknown>]>([
		["files by the thousand", "check", { files: Array(20_000).fill("x") }],
		["too many values", "decide", { answers: Array(101).fill("x") }],
		["a long value", "decide", { title: "x".repeat(40_000) }],
		["deep lists", "decide", { goal: depth(500) }],
		["prototypes", "decide", JSON.parse('{"__proto__":{"format":"json"},"constructor":"x"}')],
		["a format that no file gets", "decide", { output: ["x.xyz"] }],
		["a device for answers", "decide", { answers: ["/dev/zero"] }],
		["its own stdin", "decide", { answers: ["/dev/stdin"] }],
	])("%s", async (_, tool, args) => {
		const told = await session.client.callTool({ name: tool, arguments: args });
		expect(told.isError).toBe(true);
		expect(textsOf(told).join("\n")).toMatch(/^error: \S/m);
	});

	test("a report to stdout stays a part of the answer", async () => {
		const told = await session.client.callTool({
			name: "decide",
			arguments: { output: ["/dev/stdout"], format: "json" },
		});
		expect(textsOf(told).join("\n")).toMatch(/"schemaVersion": 1|error: /);
	});

	test("thirty at once", async () => {
		const all = Array.from({ length: 30 }, (_, place) =>
			session.client.callTool({ name: "explain", arguments: { id: place % 2 ? "goal" : "work" } }),
		);
		const told = (await Promise.all(all)).map((one) => textsOf(one)[0]?.split("\n")[0]);
		expect(new Set(told).size).toBe(2);
	});
});

describe("bytes that are no protocol", () => {
	const request = (id: number, method: string, params: object = {}) =>
		JSON.stringify({ jsonrpc: "2.0", id, method, params });
	const trials: Trial[] = [
		{ what: "nothing", argv: ["mcp"], stdin: "", code: 0 },
		{ what: "blank lines", argv: ["mcp"], stdin: "\n\r\n\n", code: 0 },
		{ what: "no JSON", argv: ["mcp"], stdin: "GET / HTTP/1.1\n", code: 0 },
		{
			what: "no UTF-8",
			argv: ["mcp"],
			stdin: Buffer.from([0xff, 0xfe, 0x0a, 0xc3, 0x28, 0x0a]),
			code: 0,
		},
		{ what: "a line without an end", argv: ["mcp"], stdin: '{"jsonrpc":', code: 0 },
		{
			what: "a line that is just not too long",
			argv: ["mcp"],
			stdin: `"${"x".repeat(9_000_000)}"\n`,
			code: 0,
		},
		{
			what: "a line that never ends",
			argv: ["mcp"],
			stdin: "x".repeat(11_000_000),
			code: 2,
			says: "error: ",
		},
		{
			what: "deep JSON",
			argv: ["mcp"],
			stdin: `${"[".repeat(100_000)}${"]".repeat(100_000)}\n`,
			code: 0,
		},
		{
			what: "a batch",
			argv: ["mcp"],
			stdin: `[${request(1, "ping")},${request(2, "ping")}]\n`,
			code: 0,
		},
		{
			what: "calls before a greeting",
			argv: ["mcp"],
			stdin: `${request(1, "tools/list")}\n`,
			code: 0,
		},
		{
			what: "no such method",
			argv: ["mcp"],
			stdin: `${request(1, "\u202e::error::x")}\n`,
			code: 0,
		},
		{
			what: "parameters of another kind",
			argv: ["mcp"],
			stdin: `${request(1, "tools/call", [1])}\n`,
			code: 0,
		},
		{
			what: "a thousand calls and no reader",
			argv: ["mcp"],
			stdin: Array.from(
				{ length: 1_000 },
				(_, id) => `${request(id, "tools/call", { name: "decide", arguments: {} })}\n`,
			).join(""),
			code: 0,
		},
		{
			what: "controls in what is no message",
			argv: ["mcp"],
			stdin: `${texts.join("")}\n::error::x\n##[error]x\n`,
			code: 0,
		},
		{ what: "another rule set that is not there", argv: ["mcp", "--rules", "r"], stdin: "" },
		{ what: "an argument", argv: ["mcp", "x"], stdin: "" },
	];
	tryAll(trials);
});
