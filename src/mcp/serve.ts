/** The Model Context Protocol on stdin and stdout. Each call is a run of the program, with its limits, its escapes and its bytes. */
import {
	type CallToolResult,
	ProtocolError,
	ProtocolErrorCode,
	ResourceNotFoundError,
	Server,
	type ServerContext,
} from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { harmless, oneLine } from "../core/harmless.ts";
import type { Problem } from "../core/problems.ts";
import { type Ran, runSelf } from "../io/run-self.ts";
import { beforeSignals } from "../io/stop-signals.ts";
import type { Usage } from "../report/usage.ts";
import { findResource, resources, resourceTemplates } from "./resources.ts";
import { commandLineOf, inputSchemaOf, type Tool, toolsOf } from "./tools.ts";

const instructions =
	"Answers “improve the prompts, or fine-tune?” with reasons. Measure first: inspect_evals and inspect_data read the team's own files. Then fill in what code and documents tell, ask the user only what `questions` says comes next, and call `decide`. Never guess a fact: unknown stays unknown. Say the verdict with its limits.";

interface Served {
	version: string;
	program: Usage;
	/** The folder of the rule set, unless it is the built-in one. */
	rules: string | undefined;
	complain(text: string): void;
}

/** Serves until the client closes stdin, or sends what no client would: tells which. */
export function serve({ version, program, rules, complain }: Served): Promise<"closed" | "broken"> {
	const tools = toolsOf(program);
	const closing = new AbortController();
	const run = (argv: readonly string[], { mcpReq }: ServerContext) =>
		runSelf(argv, AbortSignal.any([mcpReq.signal, closing.signal]));
	beforeSignals(() => closing.abort());
	return new Promise((resolve) => {
		const transport = new StdioServerTransport();
		serveStdio(() => makeServer(version, { tools, rules, run }), {
			transport,
			onerror: ({ message }) => complain(`error: ${message}`),
		});
		const { onclose } = transport;
		transport.onclose = () => {
			onclose?.();
			closing.abort();
			resolve(process.stdin.readableEnded ? "closed" : "broken");
		};
	});
}

type Run = (argv: readonly string[], context: ServerContext) => Promise<Ran>;

interface Around {
	tools: readonly Tool[];
	rules: string | undefined;
	run: Run;
}

function makeServer(version: string, { tools, rules, run }: Around): Server {
	const server = new Server(
		{ name: "should-i-finetune", version },
		{ capabilities: { tools: {}, resources: {} }, instructions, jsonSchemaValidator: noForms },
	);
	server.setRequestHandler("tools/list", () => ({ tools: tools.map(describeTool) }));
	server.setRequestHandler("tools/call", async ({ params }, context) => {
		const tool = tools.find(({ name }) => name === params.name);
		if (!tool) throw new ProtocolError(ProtocolErrorCode.InvalidParams, noTool(params.name, tools));
		const argv = commandLineOf(tool, params.arguments ?? {}, rules);
		return argv.ok ? resultOf(await run(argv.value, context)) : refusal(argv.problems);
	});
	server.setRequestHandler("resources/list", () => ({ resources }));
	server.setRequestHandler("resources/templates/list", () => ({ resourceTemplates }));
	server.setRequestHandler("resources/read", async ({ params: { uri } }, context) => {
		const found = findResource(uri, rules);
		const ran = found && (await run(found.argv, context));
		if (!found || ran?.code !== 0) throw new ResourceNotFoundError(harmless(oneLine(uri)));
		return { contents: [{ uri, mimeType: found.mimeType, text: ran.stdout }] };
	});
	return server;
}

/** It would judge what users fill in; nobody is shown a form. */
const noForms = {
	getValidator: () => {
		throw new Error("There are no forms.");
	},
};

function describeTool(tool: Tool) {
	const { name, about, writes } = tool;
	return {
		name,
		description: about,
		inputSchema: inputSchemaOf(tool),
		annotations: {
			readOnlyHint: !writes,
			// A file that is named is replaced.
			...(writes && { destructiveHint: true, idempotentHint: true }),
			openWorldHint: false,
		},
	};
}

/** What was printed, byte for byte, and then what was said beside it. */
function resultOf({ code, stdout, stderr }: Ran): CallToolResult {
	const texts = [stdout, stderr].filter((text) => text !== "");
	return {
		content: texts.map((text) => ({ type: "text" as const, text })),
		// 1 is an answer too: not the expected one, or something was found.
		isError: code > 1,
	};
}

const refusal = (problems: readonly Problem[]): CallToolResult => ({
	content: problems.map(({ message, hint }) => ({
		type: "text" as const,
		text: harmless(["error:", message, hint].filter(Boolean).join(" ")),
	})),
	isError: true,
});

function noTool(name: string, tools: readonly Tool[]): string {
	const names = tools.map((tool) => tool.name);
	return harmless(
		`There is no tool ${formatRaw(name)}.${didYouMean(name, names)} The tools are ${names.join(", ")}.`,
	);
}
