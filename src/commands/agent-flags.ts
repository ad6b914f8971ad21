/** The flags of the commands for coding agents, forms and bots. */
import type { FlagTable } from "../report/usage.ts";
import { adviseFlags, sharedFlags } from "./flags.ts";

export const questionsFlags = {
	answers: adviseFlags.answers,
	data: adviseFlags.data,
	"no-file": sharedFlags["no-file"],
	"eval-results": adviseFlags["eval-results"],
	"eval-target": adviseFlags["eval-target"],
	title: adviseFlags.title,
	format: { ...sharedFlags.format, short: "f" },
	"as-of": sharedFlags["as-of"],
	rules: sharedFlags.rules,
} as const satisfies FlagTable;

/** Where coding agents look for skills; `init --skill` uses the first. */
export const skillFolders = [".claude/skills", ".github/skills"] as const;

export const initFlags = {
	skill: {
		about: `copy the skill for coding agents instead, into a folder such as ${skillFolders.join(" or ")}`,
	},
	force: { about: "overwrite an existing file" },
	rules: sharedFlags.rules,
} as const satisfies FlagTable;
