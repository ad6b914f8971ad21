/** The form of the panel: every fact, in groups. */

import { formatAnswer } from "../core/answers/format-answer.ts";
import type { Decision } from "../core/decision/decision.ts";
import { own } from "../core/own.ts";
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { changedFacts, type FormFacts } from "./decide-facts.ts";
import { element } from "./element.ts";
import { type FormField, makeField } from "./field.ts";
import { groupFacts } from "./group-facts.ts";

/** Fills the form, with the answers of the report in it. */
export function buildForm(form: HTMLFormElement, rules: RuleSet, given: FormFacts): FormField[] {
	const fields: FormField[] = [];
	for (const { title, asks, facts } of groupFacts(rules)) {
		const fieldsOfGroup = facts.flatMap((fact) => {
			const question = rules.questions[fact];
			return question ? makeField(fact, question, own(given, fact) ?? "") : [];
		});
		fields.push(...fieldsOfGroup);
		const legend = element("legend", {}, title);
		const about = element("p", { class: "asks" }, asks);
		form.append(element("fieldset", {}, legend, about, ...fieldsOfGroup.map(({ box }) => box)));
	}
	return fields;
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
