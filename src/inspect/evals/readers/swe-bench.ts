/** SWE-bench: the report of a run, with the ids of what was resolved. */
import type { Outcome } from "../../../core/evals/run.ts";
import type { Reader } from "../reader.ts";
import { fieldOf, listOf, textOf } from "../source.ts";

export const sweBench: Reader = {
	format: "SWE-bench",
	looksLike: "the report of a SWE-bench run, with resolved_ids",
	recognizes: ({ content }) =>
		content.kind === "value" &&
		Array.isArray(fieldOf(content.value, "resolved_ids")) &&
		Array.isArray(fieldOf(content.value, "unresolved_ids")),
	read: ({ file, content }) => {
		const report = content.kind === "value" ? content.value : undefined;
		const ids = (name: string) => listOf(fieldOf(report, name)).flatMap((id) => textOf(id) ?? []);
		const resolved = new Set(ids("resolved_ids"));
		const broken = new Set(ids("error_ids"));
		const empty = new Set(ids("empty_patch_ids"));
		// What was not submitted or not run to its end is no failure.
		const all = new Set([...resolved, ...ids("unresolved_ids"), ...empty, ...broken]);
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
					notes: [],
				},
			],
		};
	},
};
