/** Problems for people, on stderr. */
import { formatPlace, type Problem } from "../core/problems.ts";
import type { World } from "./world.ts";

export const exit = { done: 0, unexpected: 1, refused: 2, bug: 70, interrupted: 130 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

const most = 50;

/** Says everything that is wrong, and that nothing was done. */
export function refuse(world: World, problems: Problem[]): ExitCode {
	for (const { at, message, hint } of problems.slice(0, most)) {
		const place = at ? `${formatPlace(at)}: ` : "";
		world.complain(`error: ${place}${message}`);
		if (hint) world.complain(`       ${hint}`);
	}
	if (problems.length > most) world.complain(`and ${problems.length - most} more.`);
	return exit.refused;
}
