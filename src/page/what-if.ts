/** The what-if panel of an HTML report: this file is bundled and written into the page. */
import type { Decision } from "../core/decision/decision.ts";
import type { Change } from "../core/diagram/flips.ts";
import { good, type Problem, type Result } from "../core/problems.ts";
import type { WhatIfData } from "../report/html/what-if.ts";
import { changedFacts, decideFacts, type FormFacts, formFacts, tryOut } from "./decide-facts.ts";
import { findElement } from "./element.ts";
import type { FormField } from "./field.ts";
import { buildForm, complainAt, hintAt, readForm } from "./form.ts";
import { drawRest, drawTotal, type PanelState, sayOutcome } from "./outcome.ts";

declare global {
	/** For tests and the console: decides facts as they would be typed. */
	var shouldIFinetune: { decide(facts: FormFacts): Result<Decision> };
}

const data: WhatIfData = JSON.parse(findElement("#what-if-data").textContent ?? "");
globalThis.shouldIFinetune = {
	decide(facts) {
		const read = decideFacts(data, facts);
		return read.ok ? good(read.value.decision) : read;
	},
};

/** Longer than between two key strokes, shorter than patience. */
const typingPause = 350;

function start(): void {
	const given = formFacts(data.answers);
	const report = decideFacts(data, given);
	// The answers have been decided once, so they can be read.
	if (!report.ok) throw new Error(report.problems.map(({ message }) => message).join(" "));
	const form = findElement<HTMLFormElement>("#what-if form");
	const fields = buildForm(form, data.rules, given);
	const before = report.value.decision;
	let shown: PanelState;
	const update = () => {
		const read = decideFacts(data, readForm(fields));
		complainAt(fields, read.ok ? [] : read.problems);
		if (!read.ok) return showProblems(read.problems);
		const { decision } = read.value;
		const changed = changedFacts(decision.answers, before.answers);
		shown = { ...read.value, before, rules: data.rules, changed };
		hintAt(fields, decision, before);
		show(shown);
	};
	listen(form, fields, { update, changeAt: (index) => shown.changes[index] });
	update();
	for (const hidden of document.querySelectorAll<HTMLElement>("[data-what-if]"))
		hidden.hidden = false;
	openForPrint();
}

interface Handlers {
	update(): void;
	changeAt(index: number): Change | undefined;
}

function listen(form: HTMLFormElement, fields: FormField[], { update, changeAt }: Handlers): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const soon = (pause: number) => {
		clearTimeout(timer);
		timer = setTimeout(update, pause);
	};
	form.addEventListener("input", ({ target }) =>
		soon(target instanceof HTMLInputElement ? typingPause : 0),
	);
	form.addEventListener("submit", (event) => event.preventDefault());
	// The event comes before the fields have their old values back.
	form.addEventListener("reset", () => soon(0));
	findElement("#what-if .rest").addEventListener("click", ({ target }) => {
		const button = target instanceof Element ? target.closest("[data-flip]") : null;
		const change = button && changeAt(Number(button.getAttribute("data-flip")));
		if (!change) return;
		const facts = Object.entries(tryOut(change, data.rules) ?? {});
		const touched = facts.flatMap(([fact, value]) => {
			const field = fields.find((own) => own.fact === fact);
			if (field) field.control.value = value;
			return field ?? [];
		});
		update();
		touched[0]?.control.focus();
	});
}

function show(outcome: PanelState): void {
	findElement("#what-if .verdict").innerHTML = sayOutcome(outcome).html;
	findElement("#what-if .line").innerHTML = drawTotal(outcome).html;
	findElement("#what-if .rest").innerHTML = drawRest(outcome).html;
}

function showProblems(problems: Problem[]): void {
	const messages = problems.map(({ message }) => message).join(" ");
	findElement("#what-if .verdict").textContent = `Nothing moved: ${messages}`;
}

/** Print shows everything, also in browsers whose style sheets cannot unfold. */
function openForPrint(): void {
	let opened: HTMLDetailsElement[] = [];
	addEventListener("beforeprint", () => {
		opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
		for (const details of opened) details.open = true;
	});
	addEventListener("afterprint", () => {
		for (const details of opened) details.open = false;
	});
}

start();
