/** What a record knows of providers: their dated events, and the day on which to decide again. */
import { expect, test } from "vitest";
import { decide } from "../../../src/core/decision/decide.ts";
import { decisionGrounds, redecideBy } from "../../../src/core/records/record.ts";
import { answersOf, rules } from "../../built-in.ts";
import { today } from "./documents.ts";

const names = Object.keys(rules.providers.status);

// Records name them: every notice of an event must be known as one.
test.each(names)("%s", (provider) => {
	for (const model of ["gpt-4.1-mini", "gemini-2.5-pro", "claude-3-haiku", "mistral-small"])
		for (const asOf of [today, "2025-01-01", "2027-06-01"]) {
			const decision = decide(rules, answersOf({ provider, model }), { asOf });
			const dated = decision.notices.filter(({ source }) => source !== "rules/providers.yaml");
			const { events } = decisionGrounds(rules, decision);
			expect(events).toHaveLength(new Set(dated.map(({ says }) => says.split(": ")[0])).size);
			const ahead = events
				.map((event) => `${event.split(" ")[0]}-01-01`.slice(0, 10))
				.filter((day) => day > asOf);
			expect(redecideBy(rules, decision.notices)).toBe(ahead.sort()[0]);
		}
});
