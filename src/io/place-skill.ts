/** The skill for coding agents that the package brings, and its copy in a folder of skills. */
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Problem } from "../core/problems.ts";
import { whyRefused } from "./system-errors.ts";
import { writeFiles } from "./write-files.ts";

const name = "should-i-finetune/SKILL.md";

export type Placed = "written" | "same" | "other" | Problem[];

/** Where the skill stands in a folder of skills: each has a folder of its own. */
export const placeOf = (folder: string): string => join(folder, name);

/** Copies it there; what is there and differs stays, unless it may be replaced. */
export async function placeSkill(file: string, mayReplace: boolean): Promise<Placed> {
	const content = await readFile(join(import.meta.dirname, "../../skills", name), "utf8");
	try {
		const there = await readFile(file, "utf8").catch(unlessMissing);
		if (there === content) return "same";
		if (there !== undefined && !mayReplace) return "other";
		await mkdir(dirname(file), { recursive: true });
	} catch (error) {
		return [{ code: "not-written", message: `${file} cannot be written: ${whyRefused(error)}.` }];
	}
	const problems = await writeFiles([{ file, content }]);
	return problems.length > 0 ? problems : "written";
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
	if (error.code !== "ENOENT") throw error;
}
