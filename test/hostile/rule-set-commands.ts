/** Commands of the installed program on a rule set, and what they may end with. */
import { expect } from "vitest";
import { times } from "./rule-set-files.ts";
import { attempt, expectCivil, type Outcome } from "./trial.ts";

const lines = times(20, (place) => `{"f${place % 2}":"v${place % 2}"}\n`).join("");
const commands: Record<string, string[]> = {
	text: ["--no-input", "--no-file", "--f0", "v0"],
	full: ["--no-input", "--no-file", "--f0", "v0", "--full"],
	json: ["--no-input", "--no-file", "--f0", "v0,v1", "--format", "json"],
	html: ["--no-input", "--no-file", "--format", "html"],
	markdown: ["--no-input", "--no-file", "--format", "markdown"],
	fact: ["explain", "f0"],
	weights: ["explain", "weights"],
	check: ["rules", "check"],
	test: ["rules", "test"],
	docs: ["rules", "docs"],
	batch: ["batch", "lines.ndjson"],
};

/** Runs one command on a rule set that stands in the folder `r`. */
export const attemptOn = (set: object, command: string): Promise<Outcome> =>
	attempt({
		what: command,
		argv:
			command === "diff"
				? ["rules", "diff", "built-in", "r"]
				: [...(commands[command] ?? []), "--rules", "r"],
		files: { "r/a.yaml": JSON.stringify(set, null, 1), "lines.ndjson": lines },
	});

/** What a command may end with on a rule set that is accepted; where it may say that it is too large. */
export function expectAnswer(command: string, { code, stdout, stderr }: Outcome): void {
	const mayFind = ["check", "test", "diff"].includes(command);
	if (code === 2 && ["weights", "diff"].includes(command)) {
		expect(stderr).toMatch(/too large/);
		return;
	}
	const found = { command, stderr, code: code === 1 && mayFind ? 0 : code };
	expect(found).toEqual({ command, stderr: "", code: 0 });
	expect(stdout.length).toBeGreaterThan(20);
}

export const allCommands = [...Object.keys(commands), "diff"];

/** Two at a time: so many processors there are at least. */
export async function tryCommands(
	set: object,
	names: string[],
	judge: (name: string, outcome: Outcome) => void,
) {
	for (let place = 0; place < names.length; place += 2) {
		const both = names.slice(place, place + 2);
		const outcomes = await Promise.all(both.map((name) => attemptOn(set, name)));
		for (const [at, outcome] of outcomes.entries()) {
			expectCivil(outcome);
			judge(both[at] as string, outcome);
		}
	}
}
