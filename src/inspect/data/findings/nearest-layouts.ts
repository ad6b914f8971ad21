/** The layouts that rows with unknown keys are most like. */
import { formatRaw } from "../../../core/answers/answers.ts";
import { layouts } from "../layouts/layouts.ts";

const most = 2;

/** What stands in brackets describes a key. */
const namesOf = (keys: string): string[] =>
	keys
		.replaceAll(/\([^)]*\)/g, "")
		.toLowerCase()
		.match(/[a-z_]+/g) ?? [];

/** @param keys as the rows have them */
function nearestLayouts(keys: readonly string[]): string[] {
	const seen = keys.map((key) => key.toLowerCase());
	const likeness = (names: readonly string[]): number =>
		names.filter((name) => seen.some((key) => isLike(key, name))).length / names.length;
	return layouts
		.filter((layout) => layout.keys !== "")
		.map((layout) => ({ keys: layout.keys, score: likeness(namesOf(layout.keys)) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score)
		.slice(0, most)
		.map((layout) => layout.keys);
}

/** `Question`, `user_question` and `questions` are like `question`. */
const isLike = (key: string, name: string): boolean =>
	key === name || (name.length > 3 && (key.includes(name) || name.includes(key)));

const mostKeys = 8;

/** `keys: "Prompt", "Completion"; nearest known: “prompt, completion”` */
export function sayKeys(counts: ReadonlyMap<string, number>): string {
	const byCount = [...counts].sort((a, b) => b[1] - a[1]);
	const keys = byCount.slice(0, mostKeys).map(([key]) => key);
	const near = nearestLayouts(keys).map((layout) => `“${layout}”`);
	const nearest = near.length > 0 ? `; nearest known: ${near.join(" and ")}` : "";
	return `keys: ${keys.map(formatRaw).join(", ")}${nearest}`;
}
