import { own } from "../own.ts";
import { chooseOffers } from "./choose-offers.ts";
import { type ComparedModel, comparedModel, type Horizon } from "./compared-model.ts";
import type { CostQuestion } from "./cost-question.ts";
import { type Driver, driversOf } from "./drivers.ts";
import type { Matched } from "./match-model.ts";
import { factOf, isOnOwnMachines, notesOf } from "./notes.ts";
import { type Payback, paybackOf } from "./payback.ts";
import { type PriceNote, priceNotes } from "./price-notes.ts";
import type { Gpu, PriceBook } from "./prices.ts";
import { type LeftOut, type PromptedWay, promptingWays } from "./prompting-ways.ts";
import { amountOf, type Quantities } from "./quantities.ts";
import type { Range } from "./range.ts";
import { type Retrieval, retrievalCost } from "./retrieval.ts";
import { type Saving, savingsOf } from "./saving.ts";
import { type TunedWay, tunedWays } from "./tuned-ways.ts";
import { type CostVerdict, verdicts } from "./verdicts.ts";
import type { Way, WayId } from "./way.ts";

/** From how many calls a month a fine-tuned way costs less than a prompted one. */
export interface BreakEven {
	way: WayId;
	against: WayId;
	/** Infinite where it never pays. */
	requestsPerMonth: Range;
	verdict: CostVerdict;
}

export interface CostComparison {
	asOf: string;
	model: string;
	requestsPerMonth: Range;
	ways: Way[];
	leftOut: LeftOut[];
	breakEvens: BreakEven[];
	/** The one that decides: of the fine-tuned way that pays soonest, against the hardest rival. */
	breakEven: BreakEven | null;
	/** What moves that most. */
	drivers: Driver[];
	/** What each other prompted way saves. */
	savings: Saving[];
	payback: Payback | null;
	/** Where questions are answered from documents. */
	retrieval: Retrieval | null;
	prices: PriceNote[];
	assumptions: Quantities;
	/** Weeks until it must be in production, where that is known. */
	weeks: Range | null;
	notes: string[];
}

/** What the offers and the benchmarks of serving are about. */
export const servingGpu = "H100 80GB";

export function compareCosts(book: PriceBook, question: CostQuestion): CostComparison {
	const { quantities, asOf, model: matched } = question;
	const horizon: Horizon = { asOf, months: quantities.horizon.value };
	const model = comparedModel(book, matched, horizon);
	if (!model) throw new Error("A matched model has a price.");
	const smaller = smallerModel(book, matched, horizon);
	const batch = book.batch.find(({ sellers }) => sellers.includes(model.price.seller))?.share;
	const prompting = promptingWays(quantities, { model, smaller, batch });
	const gpu = book.gpus.find((one) => one.gpu === servingGpu) ?? (book.gpus[0] as Gpu);
	const chosen = chosenOffers(book, question);
	const tuned = withDeployment(tunedWays(quantities, { ...chosen, gpu, horizon }), question);
	const rivals = rivalsOf(prompting.ways);
	const breakEvens = breakEvensOf(tuned.ways, rivals, quantities.calls.value);
	const breakEven = soonest(breakEvens);
	return {
		asOf,
		model: model.name,
		requestsPerMonth: quantities.calls.value,
		ways: [...prompting.ways, ...tuned.ways].map(({ way }) => way),
		leftOut: [...prompting.leftOut, ...tuned.leftOut],
		breakEvens,
		breakEven: breakEven ?? null,
		drivers: breakEven ? driversFor(breakEven, tuned.ways, rivals) : [],
		savings: savingsOf(prompting.ways, quantities.calls.value),
		payback: paybackOf(tuned.ways, rivals, question) ?? null,
		retrieval: factOf(question.answers, "work") === "answer" ? retrievalCost(quantities) : null,
		prices: priceNotes({ model, smaller, gpu, ...chosen }, question.today ?? asOf),
		assumptions: quantities,
		weeks: amountOf("weeks", question.answers) ?? null,
		notes: [...notesOf(question, model), ...smallerNote(smaller)],
	};
}

/** Which model is the smaller one is a table of ours, not anybody's statement. */
const smallerNote = (smaller: ComparedModel | undefined): string[] =>
	smaller
		? [`${smaller.name} is assumed as the smaller model; another one may suit you better.`]
		: [];

function smallerModel(
	book: PriceBook,
	{ model, seller, region }: Matched,
	horizon: Horizon,
): ComparedModel | undefined {
	const name = own(book.smaller, model);
	const rows = book.prices.filter((row) => row.model === name && row.seller === seller);
	if (name === undefined) return undefined;
	const smaller = comparedModel(book, { model: name, seller, rows, region }, horizon);
	return smaller?.retired === undefined ? smaller : undefined;
}

const chosenOffers = (book: PriceBook, { model, quantities, answers, offer, asOf }: CostQuestion) =>
	chooseOffers(book, {
		model: model.model,
		seller: model.seller,
		provider: factOf(answers, "provider"),
		size: quantities.size.value.usual,
		named: offer,
		asOf,
	});

type TunedWays = ReturnType<typeof tunedWays>;

/** Where requests may not leave, only one's own machines serve. */
function withDeployment({ ways, leftOut }: TunedWays, { answers }: CostQuestion): TunedWays {
	if (!isOnOwnMachines(answers)) return { ways, leftOut };
	const isOnDevice = factOf(answers, "deployment") === "edge";
	const why = isOnDevice ? "it must run on a device" : "it must run on your own machines";
	const isOwn = ({ way }: TunedWay) => way.id === "tuned-own-gpu";
	const gone = ways.filter((one) => !isOwn(one)).map(({ way }) => ({ id: way.id, why }));
	return { ways: ways.filter(isOwn), leftOut: [...leftOut, ...gone] };
}

/** Today's prompt, and the cached one: that saves without any training. */
const rivalsOf = (prompting: readonly PromptedWay[]): PromptedWay[] =>
	prompting.filter(({ way }) => way.id === "prompting" || way.id === "prompting-cached");

const breakEvensOf = (
	tuned: readonly TunedWay[],
	rivals: readonly PromptedWay[],
	calls: Range,
): BreakEven[] =>
	tuned.flatMap(({ way, against }) =>
		rivals.map(({ way: rival, values }): BreakEven => {
			const requestsPerMonth = against(values).requestsPerMonth();
			const verdict = verdictOf(requestsPerMonth, calls);
			return { way: way.id, against: rival.id, requestsPerMonth, verdict };
		}),
	);

/** The fine-tuned way that pays soonest, against the hardest rival: a cached prefix where there can be one. */
function soonest(breakEvens: readonly BreakEven[]): BreakEven | undefined {
	const rivals = breakEvens.filter(({ against }) => against === "prompting-cached");
	return (rivals.length > 0 ? rivals : breakEvens).toSorted(
		(a, b) =>
			verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
			difference(a.requestsPerMonth.usual, b.requestsPerMonth.usual),
	)[0];
}

/** Two that never pay are alike. */
const difference = (a: number, b: number): number => (a === b ? 0 : a - b);

function driversFor(
	{ way: id, against }: BreakEven,
	tuned: readonly TunedWay[],
	rivals: readonly PromptedWay[],
): Driver[] {
	const way = tuned.find((one) => one.way.id === id);
	const rival = rivals.find((one) => one.way.id === against);
	if (!way || !rival) return [];
	const { values, solve } = way.against(rival.values);
	return driversOf(values, solve);
}

function verdictOf({ low, usual, high }: Range, calls: Range): BreakEven["verdict"] {
	if (low === Number.POSITIVE_INFINITY) return "never";
	if (calls.low >= high) return "pays";
	if (calls.high < low) return "too-few-calls";
	return calls.usual >= usual ? "usually-pays" : "at-best-pays";
}

/** A price that was given on the command line, as the price of a model. */
export const ownModel = (
	name: string,
	price: { input: number; cached?: number | undefined; output: number },
	asOf: string,
): Matched => ({
	model: name,
	seller: "",
	rows: [{ ...price, model: name, seller: "", source: "--price", date: asOf }],
	isTuned: false,
	region: 1,
});
