/** `questions`: every question, what the answers so far make of it, and which comes next. */

import { catalogueOf } from "../interview/catalogue.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { json } from "../report/json.ts";
import { questionsText } from "../report/questions/text.ts";
import type { questionsFlags } from "./agent-flags.ts";
import type { Given } from "./flags.ts";
import { type FactFlags, gatherAnswers } from "./gather-answers.ts";
import type { Surroundings } from "./surroundings.ts";

export async function questions(
	flags: Given<typeof questionsFlags> & FactFlags,
	{ rules, world }: Surroundings,
): Promise<ExitCode> {
	const given = await gatherAnswers(flags, rules, world);
	if (!given.ok) return refuse(world, given.problems);
	const catalogue = catalogueOf(rules, given.value, flags["as-of"] ?? world.today);
	const isText = (flags.format ?? "text") === "text";
	world.print(isText ? questionsText(catalogue, world.style) : json(catalogue));
	return exit.done;
}
