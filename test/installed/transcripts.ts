/** Runs that leave a file a reviewer can read: the command, what came, and the exit code. */
import { expect } from "vitest";
import { transcript } from "../transcript.ts";
import { installed, type RunOptions, run, type Screen } from "./program.ts";

/** Runs a command line and holds it against its transcript in test/transcripts. */
export async function expectTranscript(
	title: string,
	argv: readonly string[],
	{ code, ...options }: RunOptions & { code: number },
): Promise<Screen> {
	const screen = await run(argv, options);
	await expect(transcript([...argv], screen, options.cwd ?? installed.project)).toMatchFileSnapshot(
		`../transcripts/${title.replaceAll(" ", "-")}.txt`,
	);
	expect(screen.code).toBe(code);
	// Could not do as asked: nothing half said.
	if (code === 2) expect(screen.stdout).toBe("");
	expect(`${screen.stdout}${screen.stderr}`).not.toMatch(/(?!\n)\p{Cc}/u);
	return screen;
}
