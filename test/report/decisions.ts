/** Decisions to report on, by the built-in rules. */
import { decide } from "../../src/core/decision/decide.ts";
import type { Decision } from "../../src/core/decision/decision.ts";
import { answersOf, rules } from "../built-in.ts";

export { rules };

/** Long enough before the ends that providers have announced. */
export const decidedOn = "2026-09-15";

/** Answers as an answers file would give them, decided on that day. */
export function decideOn(facts: Record<string, string | number>): Decision {
	const answers = Object.keys(facts).map((fact, index) =>
		answersOf({ [fact]: facts[fact] }, rules, `answers.yaml:${index + 1}`),
	);
	return decide(rules, Object.assign({}, ...answers), { asOf: decidedOn });
}

/** A published case, as a decision shows it. */
export const aCase: Decision["cases"][number] = {
	id: "x",
	title: "Names in scans",
	outcome: "fine-tuning",
	who: "A firm",
	year: 2025,
	url: "https://example.org/a",
	work: "extract",
	similarity: 0.75,
	why: "The same.",
};

export const hospital = {
	goal: "task-quality",
	task: "narrow",
	prompting: "plateaued",
	"quality-gap": "large",
	failure: "convention",
	spec: "shown",
	grading: "rubric",
	evals: "suite",
	domain: "proprietary",
	"knowledge-change": "static",
	examples: "20k",
	"data-quality": "curated",
	"data-rights": "yes",
	"monthly-requests": "500k",
	deployment: "private",
	tunable: "best",
	skills: "ml",
	maintenance: "yes",
};

const close = {
	goal: "task-quality",
	task: "narrow",
	prompting: "systematic",
	"quality-gap": "small",
	failure: "convention",
	spec: "shown",
	grading: "rubric",
	evals: "suite",
	domain: "specialised",
	examples: "500..2000",
	"data-quality": "curated",
	teacher: "yes",
	"data-rights": "yes",
	deployment: "hosted",
	model: "gpt-4.1-mini",
	provider: "openai",
	tunable: "best",
	skills: "software",
	maintenance: "yes",
};

export const decisions = {
	"almost-nothing-known": decideOn({ goal: "format-style-tone" }),
	hospital: decideOn(hospital),
	"hospital-without-prompts": decideOn({ ...hospital, prompting: "none" }),
	"cited-and-changing-daily": decideOn({
		goal: "new-knowledge",
		"knowledge-change": "daily",
		citations: "yes",
	}),
	close: decideOn(close),
} satisfies Record<string, Decision>;

export const named = Object.entries(decisions);

/** The numbers of the sources that a Markdown report cites, and of those that it lists below a title. */
export function sourcesOf(report: string, title: string): { cited: string[]; listed: string[] } {
	const [body = "", list = ""] = report.split(title);
	const citations = body.matchAll(/\bsources? ((?:\d+(?: \(the lecture\))?(?:, )?)+)/g);
	const cited = [...citations].flatMap(([, numbers = ""]) => numbers.match(/\d+/g) ?? []);
	const listed = [...list.matchAll(/^(\d+)\. /gm)].map(([, number = ""]) => number);
	return { cited: [...new Set(cited)].sort(), listed: listed.sort() };
}
