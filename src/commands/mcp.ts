/** `mcp`: the program as tools for coding agents, over stdin and stdout. */
import { isatty } from "node:tty";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { serve } from "../mcp/serve.ts";
import type { Usage } from "../report/usage.ts";
import type { Surroundings } from "./surroundings.ts";

export async function mcp(
	version: string,
	{ program, folder, world }: Surroundings & { program: Usage },
): Promise<ExitCode> {
	if (isatty(0)) return refuse(world, [byHand]);
	const end = await serve({ version, program, rules: folder, complain: world.complain });
	return end === "closed" ? exit.done : exit.refused;
}

const byHand = {
	code: "no-client",
	message: "mcp talks to a program, and stdin is a terminal.",
	hint: "Add it to your coding agent as an MCP server: command should-i-finetune, argument mcp.",
};
