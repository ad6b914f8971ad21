/** The skill for coding agents, as the package brings it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { home } from "./program.ts";

export const skill = readFileSync(join(home, "skills/should-i-finetune/SKILL.md"), "utf8");

/** The command lines that it shows, in order. */
export const skillLines = [...skill.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text = ""]) =>
	text.trim().split("\n"),
);

const root = join(import.meta.dirname, "../..");
const real = (file: string) => readFileSync(join(root, "test/inspect", file));

/** Files as people have them: promptfoo's own results, and training data in OpenAI's layout. */
export const measured = {
	"evals/results.json": real("evals/files/promptfoo-0.123.1/results.json"),
	"data/train.jsonl": real("data/files/openai-chat-blank-lines.jsonl"),
};
