/** The form of the panel: every fact, in groups. */

import { formatAnswer } from "../core/answers/format-answer.ts";
import type { Decision } from "../core/decision/decision.ts";
import { own } from "../core/own.ts";
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { changedFacts, type FormFacts } from "./decide-facts.ts";
import { element } from "./element.ts";
import { type FormField, makeField } from "./field.ts";

/** Fills the form, with the answers of the report in it. */
export function buildForm(form: HTMLFormElement, rules: RuleSet, given: FormFacts): FormField[] {
	const fields: FormField[] = [];
	for (const { title, facts } of groupFacts(rules)) {
		const fieldsOfGroup = facts.flatMap((fact) => {
			const question = rules.questions[fact];
			return question ? makeField(fact, question, own(given, fact) ?? "") : [];
		});
		fields.push(...fieldsOfGroup);
		const legend = element("legend", {}, title);
		form.append(element("fieldset", {}, legend, ...fieldsOfGroup.map(({ box }) => box)));
	}
	return fields;
}

/** By the parts of the interview; a question that names none is with others of its kind at the end. */
export function groupFacts({ questions, sections }: Pick<RuleSet, "questions" | "sections">) {
	const facts = Object.entries(questions);
	return [...Object.entries(sections), [undefined, "More"] as const]
		.map(([section, title]) => ({
			title,
			facts: facts.filter(([, question]) => question.section === section).map(([fact]) => fact),
		}))
		.filter((group) => group.facts.length > 0);
}

export const readForm = (fields: FormField[]): FormFacts =>
	Object.fromEntries(fields.map(({ fact, control }) => [fact, control.value]));

/** Says below each control what it means now. */
export function hintAt(fields: FormField[], decision: Decision, before: Decision): void {
	const changed = new Set(changedFacts(decision.answers, before.answers));
	const open = new Map(decision.unknown.map((unknown) => [unknown.fact, unknown]));
	for (const { fact, box, hint, accepts } of fields) {
		box.classList.toggle("changed", changed.has(fact));
		const was = changed.has(fact)
			? `In the report: ${formatAnswer(own(before.answers, fact))}.`
			: "";
		hint.textContent = [was, matters(open.get(fact)), accepts].filter(Boolean).join(" ");
	}
}

function matters(open: Decision["unknown"][number] | undefined): string {
	if (!open) return "";
	if (open.alone) return "Open: the answer alone can change the verdict.";
	if (open.couldFlip) return "Open: the answer can change the verdict together with others.";
	return "Open: no answer changes the verdict.";
}

/** Shows what cannot be read where it was typed. */
export function complainAt(fields: FormField[], problems: Problem[]): void {
	for (const { fact, control, complaint } of fields) {
		const problem = problems.find(({ at }) => at?.file === fact);
		complaint.textContent = problem?.message ?? "";
		if (problem) control.setAttribute("aria-invalid", "true");
		else control.removeAttribute("aria-invalid");
	}
}
