/** `completion bash | zsh | fish`: a script for the shell to load. */
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import type { World } from "../io/world.ts";
import { completion } from "../report/completion/completions.ts";
import { isShell, shells } from "../report/completion/shells.ts";
import type { Usage } from "../report/usage.ts";

export function printCompletion(
	shell: string,
	{ usage, world }: { usage: Usage; world: World },
): ExitCode {
	if (!isShell(shell))
		return refuse(world, [
			{
				code: "unknown-shell",
				message: `${formatRaw(shell)} is not a supported shell.${didYouMean(shell, shells)}`,
				hint: `Choose ${shells.join(", ")}.`,
			},
		]);
	world.print(completion(shell, usage));
	return exit.done;
}
