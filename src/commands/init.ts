/** `init`: an answers file to fill in. */
import { quoteForShell } from "../core/answers/command-line.ts";
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { defaultFile } from "../io/read-answers.ts";
import { formatAnswersFile, hasFile, whyNotSaved } from "../io/save-answers.ts";
import type { World } from "../io/world.ts";
import { writeFiles } from "../io/write-files.ts";

export async function init(
	file: string,
	{ force, rules, world }: { force: boolean; rules: RuleSet; world: World },
): Promise<ExitCode> {
	const failure = await whyNotSaved(file);
	if (failure !== undefined) return refuse(world, [notWritten(failure)]);
	if (!force && (await hasFile(file))) return refuse(world, [isThere(file)]);
	const content = formatAnswersFile(rules, {});
	const [problem] = await writeFiles([{ file, content }]);
	if (problem) return refuse(world, [notWritten(problem.message)]);
	const next =
		file === defaultFile
			? "Fill in what you know; should-i-finetune reads it when you run it in this folder."
			: `Fill in what you know, then run: should-i-finetune --answers ${quoteForShell(file)}`;
	world.complain(`Wrote ${file}. ${next}`);
	return exit.done;
}

const notWritten = (failure: string): Problem => ({
	code: "not-written",
	message: failure,
	hint: `Without a name, it writes ${defaultFile} in this folder.`,
});

const isThere = (file: string): Problem => ({
	code: "not-written",
	message: `${file} already exists and was not changed.`,
	hint: "Choose another name, or replace it with --force.",
});
