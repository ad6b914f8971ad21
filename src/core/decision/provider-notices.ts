/** Whether the named provider or model can still be trained, on a given day. */
import { type Answers, formatRaw, isKnown } from "../answers/answers.ts";
import { didYouMean } from "../answers/nearest-word.ts";
import type { Provider } from "../rules/providers.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Decision } from "./decision.ts";

const warnAfterDays = 90;
const monthsAhead = 12;

/** @param asOf the day of the decision, YYYY-MM-DD */
export function providerNotices(
	{ providers }: RuleSet,
	answers: Answers,
	asOf: string,
): Decision["notices"] {
	const { named, model, asked } = whatIsNamed(providers, answers);
	const notices = asked.flatMap((provider) =>
		noticesOf(provider, { model, asOf, onlyModel: named === undefined, all: providers.status }),
	);
	if (notices.length === 0) return [];
	const age = daysBetween(providers["as-of"], asOf);
	if (age > warnAfterDays)
		notices.push({
			says: `The provider table was last checked on ${providers["as-of"]}, ${age} days ago: check again before you rely on it.`,
			source: "rules/providers.yaml",
		});
	return notices;
}

/** The provider and model of some answers, in small letters, and the rows of the table to look into. */
export function whatIsNamed({ status }: RuleSet["providers"], { provider, model }: Answers) {
	const [named, ofModel] = [provider, model].map((answer) =>
		isKnown(answer) ? String(answer.value).toLowerCase() : undefined,
	);
	const asked = Object.entries(status)
		.filter(([id, { aliases }]) => named === undefined || named === id || aliases.includes(named))
		.map(([, row]) => row);
	return { named, model: ofModel, asked };
}

/** The first day within a year on which the named model is gone, if its provider has named one. */
export function retirementOf(
	{ providers }: Pick<RuleSet, "providers">,
	answers: Answers,
	asOf: string,
): string | undefined {
	const { model, asked } = whatIsNamed(providers, answers);
	// Of several models, another may stay.
	if (model === undefined || /[,;()]/.test(model)) return undefined;
	const days = asked.flatMap(({ events }) =>
		events
			.filter(({ status, models = [] }) => status === "retiring" && isOneOf(model, models, events))
			.map(({ date }) => date),
	);
	return days.sort().find((date) => daysBetween(asOf, date) <= monthsAhead * 30.5);
}

/** A name that the table does not have: any may be given, and a slip of the fingers would go unnoticed. */
export function sayUnlisted(
	{ providers }: Pick<RuleSet, "providers">,
	answers: Answers,
): string | undefined {
	const { status } = providers;
	const { named, asked } = whatIsNamed(providers, answers);
	if (named === undefined || asked.length > 0 || Object.keys(status).length === 0) return undefined;
	const names = Object.entries(status).flatMap(([id, { aliases }]) => [id, ...aliases]);
	const near = didYouMean(named, names) || ` Listed are ${Object.keys(status).join(", ")}.`;
	return `The provider ${formatRaw(named)} is not listed, so the report cannot say whether you can fine-tune there.${near}`;
}

interface NoticeQuery {
	model: string | undefined;
	asOf: string;
	/** No provider is known: only what hits the model itself is worth saying. */
	onlyModel: boolean;
	all: Record<string, Provider>;
}

function noticesOf(
	provider: Provider,
	{ model, asOf, onlyModel, all }: NoticeQuery,
): Decision["notices"] {
	const relevant = provider.events.filter(({ status, date, models }) => {
		if (status === "open" || daysBetween(asOf, date) > monthsAhead * 30.5) return false;
		if (!models) return !onlyModel;
		return isOneOf(model, models, provider.events);
	});
	if (relevant.length === 0) return [];
	const others = provider.alternatives.map((id) => all[id]?.name ?? id).join(", ");
	return relevant.map((event, index) => ({
		says: [
			sayEvent({ ...event, provider: provider.name, isAhead: daysBetween(event.date, asOf) < 0 }),
			...(index === relevant.length - 1 && others ? [`Still open elsewhere: ${others}.`] : []),
		].join(" "),
		source: event.source,
	}));
}

/** Something that a provider has announced. */
export interface ProviderEvent
	extends Pick<Provider["events"][number], "date" | "status" | "what"> {
	/** Its name. */
	provider: string;
	/** Whether it comes after the day of the decision. */
	isAhead: boolean;
}

const sayEvent = ({ provider, date, status, what, isAhead }: ProviderEvent): string =>
	`${provider}, ${isAhead ? "from" : "since"} ${date} (${status}): ${what}`;

/**
 * The events that the notices of a decision tell. A decision holds sentences only, and may have been
 * made on any day, so each event is found by the sentence that it gets.
 */
export function eventsOf(
	{ providers }: Pick<RuleSet, "providers">,
	notices: Decision["notices"],
): ProviderEvent[] {
	const events = Object.values(providers.status).flatMap(({ name, events }) =>
		events.flatMap(({ date, status, what }) =>
			[true, false].map((isAhead) => ({ provider: name, date, status, what, isAhead })),
		),
	);
	return notices.flatMap(
		({ says }) => events.find((event) => says.startsWith(sayEvent(event))) ?? [],
	);
}

/**
 * Whether an event of these models is about this one. The longest name that fits counts: what is
 * said of `gpt-4.1` does not hold of `gpt-4.1-nano` where another event names that.
 */
export function isOneOf(
	model: string | undefined,
	models: readonly string[],
	events: Provider["events"],
): boolean {
	const [closest] = events
		.flatMap(({ models: names }) => names ?? [])
		.filter((name) => model !== undefined && isModel(model, name))
		.sort((a, b) => b.length - a.length);
	return closest !== undefined && models.includes(closest);
}

/** `gpt-4` is the start of `gpt-4-0613`, not of `gpt-4o` or `gpt-4.1`; `o3` is not in `turbo3`. */
export function isModel(model: string, name: string): boolean {
	const at = model.indexOf(name);
	if (at < 0) return false;
	return (
		!/[a-z0-9]/.test(model[at - 1] ?? "-") && !/[a-z0-9.]/.test(model[at + name.length] ?? "-")
	);
}

/** Whole days from one date to another; a month or year alone counts from its first day. */
export function daysBetween(from: string, to: string): number {
	const [start, end] = [from, to].map((date) => {
		const [year, month = 1, day = 1] = date.split("-").map(Number);
		return Date.UTC(year as number, month - 1, day);
	});
	return Math.round(((end as number) - (start as number)) / 86_400_000);
}
