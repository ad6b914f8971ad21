/** `init --skill`: the skill for coding agents, copied into a folder that they read. */
import type { Problem } from "../core/problems.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { placeOf, placeSkill } from "../io/place-skill.ts";
import type { World } from "../io/world.ts";

export async function initSkill(folder: string, force: boolean, world: World): Promise<ExitCode> {
	if (/\p{Cc}/u.test(folder)) return refuse(world, [noFolder]);
	const file = placeOf(folder);
	const placed = await placeSkill(file, force);
	if (placed === "other") return refuse(world, [isThere(file)]);
	if (placed !== "written" && placed !== "same") return refuse(world, placed);
	world.complain(
		placed === "same"
			? `${file} is there already, and current.`
			: `Wrote ${file}. Coding agents that read ${folder} can use it now.`,
	);
	return exit.done;
}

const noFolder: Problem = {
	code: "not-written",
	message: "A folder name must not contain control characters.",
};

const isThere = (file: string): Problem => ({
	code: "not-written",
	message: `${file} already exists, differs from this version, and was not changed.`,
	hint: "Choose another folder, or replace it with --force.",
});
