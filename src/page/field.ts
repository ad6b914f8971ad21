/** One question of the form: a list or a line to type in, with a hint and room for a complaint. */

import { acceptedBy } from "../core/answers/accepted.ts";
import { valuesOf } from "../core/answers/domain.ts";
import { formatAnswer } from "../core/answers/format-answer.ts";
import type { Question } from "../core/answers/question.ts";
import { capital } from "../report/words.ts";
import { element } from "./element.ts";

export interface FormField {
	fact: string;
	box: HTMLElement;
	control: HTMLSelectElement | HTMLInputElement;
	/** What is said below the control. */
	hint: HTMLElement;
	complaint: HTMLElement;
	/** The hint that does not change. */
	accepts: string;
}

export const idOf = (fact: string): string => `what-if-${fact}`;

/** @param given the value in the report */
export function makeField(fact: string, question: Question, given: string): FormField {
	const control =
		question.number || question.text ? textField(given) : selectField(question, given);
	const describedBy = `${idOf(fact)}-hint ${idOf(fact)}-complaint`;
	control.id = idOf(fact);
	control.name = fact;
	control.setAttribute("aria-describedby", describedBy);
	const hint = element("p", { class: "hint", id: `${idOf(fact)}-hint` });
	const complaint = element("p", { class: "complaint", id: `${idOf(fact)}-complaint` });
	const label = element("label", { for: idOf(fact) }, question.ask);
	const box = element("div", { class: "field" }, label, control, hint, complaint);
	return { fact, box, control, hint, complaint, accepts: acceptsOf(question) };
}

function selectField(question: Question, given: string): HTMLSelectElement {
	const meanings = question.choices ?? question["yes-no"] ?? {};
	const offered = Object.entries(meanings).map(([value, means]) => [value, `${value}: ${means}`]);
	// A report may rest on a set, such as "monthly,daily"; no single choice says that.
	const isSet = given !== "" && !(given in meanings);
	const options = [
		["", "I don’t know"],
		...(isSet ? [[given, `${formatAnswer({ value: given, from: "" })}, as in the report`]] : []),
		...offered,
	];
	const made = options.map(([value = "", text = ""]) =>
		element("option", { value, ...(value === given && { selected: "" }) }, text),
	);
	return element("select", {}, ...made);
}

const textField = (value: string): HTMLInputElement =>
	element("input", { type: "text", maxlength: "200", autocapitalize: "none", value });

const acceptsOf = (question: Question): string =>
	valuesOf(question) ? "" : `${capital(acceptedBy(question))}. Empty means: I don’t know.`;
