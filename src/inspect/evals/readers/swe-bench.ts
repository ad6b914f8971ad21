/** SWE-bench: the report of a run, with the ids of what was resolved, in three generations. */
import type { Outcome } from "../../../core/evals/run.ts";
import type { Reader } from "../reader.ts";
import { fieldOf, isFields, listOf, textOf } from "../source.ts";

export const sweBench: Reader = {
	format: "SWE-bench",
	looksLike: "the report of a SWE-bench run, with resolved_ids",
	needsWhole: true,
	recognizes: ({ content }) => content.kind === "value" && idsOf(content.value) !== undefined,
	read: ({ file, content }) => {
		const ids = content.kind === "value" ? idsOf(content.value) : undefined;
		if (!ids) return { runs: [] };
		const { resolved, unresolved, empty, broken } = ids;
		// What was not submitted or not run to its end is no failure.
		const all = new Set([...resolved, ...unresolved, ...empty, ...broken]);
		return {
			runs: [
				{
					file,
					format: "SWE-bench",
					label: "",
					metric: "resolved",
					scale: [0, 1],
					outcomes: [...all].map((id): Outcome => {
						const pass = resolved.has(id);
						return {
							test: id,
							name: id,
							pass,
							score: Number(pass),
							...(broken.has(id) && !pass && { error: "error" }),
							...(empty.has(id) && { reason: "empty patch" }),
							tags: [`repository: ${id.split("__")[0]}`],
						};
					}),
					notes: ids.isUnverified ? ["unverified-layout"] : [],
				},
			],
		};
	},
};

interface Ids {
	resolved: Set<string>;
	unresolved: Set<string>;
	empty: Set<string>;
	broken: Set<string>;
	/** Read as its documentation has it: no file was seen. */
	isUnverified?: true;
}

function idsOf(report: unknown): Ids | undefined {
	const named = (name: string) =>
		new Set(listOf(fieldOf(report, name)).flatMap((id) => textOf(id) ?? []));
	const has = (name: string) => Array.isArray(fieldOf(report, name));
	if (has("resolved_ids") && has("unresolved_ids"))
		return {
			resolved: named("resolved_ids"),
			unresolved: named("unresolved_ids"),
			empty: named("empty_patch_ids"),
			broken: named("error_ids"),
		};
	// The report of 2024: what was generated and not resolved has failed.
	if (has("resolved") && has("generated"))
		return {
			resolved: named("resolved"),
			unresolved: named("generated"),
			empty: named("no_generation"),
			broken: new Set(),
			isUnverified: true,
		};
	return byInstance(report);
}

/** `{"django__django-11049": {"resolved": true}}`: the report of each instance. */
function byInstance(report: unknown): Ids | undefined {
	const entries = Object.entries(isFields(report) ? report : {});
	const isReport = ([, one]: [string, unknown]) => typeof fieldOf(one, "resolved") === "boolean";
	if (entries.length === 0 || !entries.every(isReport)) return undefined;
	const those = (wanted: boolean) =>
		new Set(entries.flatMap(([id, one]) => (fieldOf(one, "resolved") === wanted ? [id] : [])));
	return {
		resolved: those(true),
		unresolved: those(false),
		empty: new Set(),
		broken: new Set(),
		isUnverified: true,
	};
}
