/** What parts of a rule set name that is not looked up before a report prints it. */
import { valuesOf } from "../answers/domain.ts";
import { didYouMean } from "../answers/nearest-word.ts";
import type { CompileContext } from "./compile-context.ts";
import type { MergedFile } from "./merge.ts";

/** Complains about facts in sentences, and about questions, sections, gates, sources and providers that do not exist. */
export function checkReferences(
	{
		questions = {},
		sections = {},
		gates = {},
		steps = {},
		lecture,
		disagreements = {},
		providers,
	}: MergedFile,
	{ checkSources, checkText, complain, locate }: CompileContext,
): void {
	for (const [id, { section }] of Object.entries(questions))
		if (section !== undefined && !Object.hasOwn(sections, section))
			complain(
				`There is no section ${section}.${didYouMean(section, Object.keys(sections))}`,
				locate(["questions", id], "section"),
			);
	for (const [id, gate] of Object.entries(gates))
		for (const state of ["open", "closed", "unknown"] as const) {
			checkText(gate[state], locate(["gates", id], state));
			for (const words of [gate.instead ?? []].flat())
				checkText(words[state], locate(["gates", id], "instead", state));
		}
	for (const [id, { gate }] of Object.entries(steps))
		if (gate !== undefined && !Object.hasOwn(gates, gate))
			complain(
				`There is no gate ${gate}.${didYouMean(gate, Object.keys(gates))}`,
				locate(["steps", id], "gate"),
			);
	for (const [id, { sources }] of Object.entries(lecture?.statements ?? {}))
		checkSources(sources, ["lecture"], "statements", id);
	for (const [id, { sides }] of Object.entries(disagreements))
		for (const [place, { sources }] of sides.entries())
			checkSources(sources, ["disagreements", id], "sides", place);
	const { status = {}, "closed-means": means = {} } = providers ?? {};
	for (const [fact, value] of Object.entries(means)) {
		const place = locate(["providers"], "closed-means", fact);
		const values = (questions[fact] && valuesOf(questions[fact])) ?? [];
		if (!Object.hasOwn(questions, fact))
			complain(`There is no question ${fact}.${didYouMean(fact, Object.keys(questions))}`, place);
		else if (!values.includes(value))
			complain(`${fact} has no value ${value}.${didYouMean(value, values)}`, place);
	}
	for (const [id, { alternatives }] of Object.entries(status))
		for (const [place, name] of alternatives.entries())
			if (!Object.hasOwn(status, name))
				complain(
					`There is no provider ${name}.${didYouMean(name, Object.keys(status))}`,
					locate(["providers"], "status", id, "alternatives", place),
				);
}
