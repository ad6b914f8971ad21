/** What parts of a rule set name that is not looked up before a report prints it. */

import { didYouMean } from "../answers/nearest-word.ts";
import type { CompileContext } from "./compile.ts";
import type { MergedFile } from "./merge.ts";

/** Complains about facts in the sentences of gates, about sources and about providers that do not exist. */
export function checkReferences(
	{ gates = {}, lecture, evidence = {}, disagreements = {}, providers }: MergedFile,
	{ checkText, complain, locate }: CompileContext,
): void {
	const checkAll = (
		what: string,
		[names, known]: [names: readonly string[], known: object],
		name: string[],
		...path: PropertyKey[]
	): void => {
		for (const [place, id] of names.entries())
			if (!Object.hasOwn(known, id))
				complain(
					`There is no ${what} ${id}.${didYouMean(id, Object.keys(known))}`,
					locate(name, ...path, place),
				);
	};
	for (const [id, gate] of Object.entries(gates))
		for (const state of ["open", "closed", "unknown"] as const)
			checkText(gate[state], locate(["gates", id], state));
	for (const [id, { sources = [] }] of Object.entries(lecture?.statements ?? {}))
		checkAll("evidence entry", [sources, evidence], ["lecture"], "statements", id, "sources");
	for (const [id, { sides }] of Object.entries(disagreements))
		for (const [place, { sources }] of sides.entries())
			checkAll(
				"evidence entry",
				[sources, evidence],
				["disagreements", id],
				"sides",
				place,
				"sources",
			);
	const { status = {} } = providers ?? {};
	for (const [id, { alternatives }] of Object.entries(status))
		checkAll("provider", [alternatives, status], ["providers"], "status", id, "alternatives");
}
