/** The official client of the Model Context Protocol, talking to the installed program. */
import { type CallToolResult, Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { plainEnv } from "../interviews/terminal.ts";
import { program } from "./program.ts";

export interface Session {
	client: Client;
	/** The process of the server. */
	pid: number;
	/** What it said on stderr so far. */
	said: () => string;
}

export async function connect(cwd: string, argv: readonly string[] = []): Promise<Session> {
	const [command = "", ...first] = program;
	const transport = new StdioClientTransport({
		command,
		args: [...first, "mcp", ...argv],
		env: plainEnv,
		cwd,
		stderr: "pipe",
	});
	let text = "";
	transport.stderr?.on("data", (chunk) => {
		text += chunk;
	});
	const client = new Client({ name: "test", version: "1.0.0" });
	await client.connect(transport);
	return { client, pid: transport.pid ?? 0, said: () => text };
}

/** What a call says, part by part. */
export const textsOf = ({ content }: CallToolResult): string[] =>
	content.map((part) => (part.type === "text" ? part.text : part.type));

/** Whether a process is still there. */
export function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
