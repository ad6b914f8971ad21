/** Prompting against fine-tuning, side by side: what each way costs, and from how many calls fine-tuning pays. */
import { type Answers, isKnown } from "../answers/answers.ts";
import { formatNumber } from "../answers/numbers.ts";
import { own } from "../own.ts";
import { chooseOffers, offerName } from "./choose-offers.ts";
import { type ComparedModel, comparedModel, type Horizon } from "./compared-model.ts";
import type { Matched } from "./match-model.ts";
import { shapeOf } from "./model-shapes.ts";
import { type Gpu, isOld, type Offer, type PriceBook } from "./prices.ts";
import { type LeftOut, promptingWays, promptValues } from "./prompting-ways.ts";
import { amountOf, type Quantities } from "./quantities.ts";
import type { Range } from "./range.ts";
import { type Method, memoryOf, methods } from "./training-memory.ts";
import { type TunedWay, tunedWays } from "./tuned-ways.ts";
import type { Way, WayId } from "./way.ts";

export interface CostQuestion {
	quantities: Quantities;
	model: Matched;
	answers: Answers;
	/** `provider` or `provider/model` of an offer. */
	offer: string | undefined;
	asOf: string;
}

/** At your calls: at worst too, usually, only at best, not even then, and at no number of calls. */
export const verdicts = ["pays", "usually-pays", "at-best-pays", "too-few-calls", "never"] as const;

/** From how many calls a month a fine-tuned way costs less than a prompted one. */
export interface BreakEven {
	way: WayId;
	against: WayId;
	/** Infinite where it never pays. */
	requestsPerMonth: Range;
	verdict: (typeof verdicts)[number];
}

/** A figure that was taken from somewhere. */
export interface PriceNote {
	what: string;
	says: string;
	source: string;
	date: string;
	isOld: boolean;
}

/** Memory to train the model on one's own GPUs. */
export interface Memory {
	method: Method;
	/** GB, and the smallest GPUs that one run fits on. */
	gigabytes: Range;
	fits: string[];
}

export interface CostComparison {
	asOf: string;
	model: string;
	calls: Range;
	ways: Way[];
	leftOut: LeftOut[];
	breakEvens: BreakEven[];
	memory: Memory[];
	prices: PriceNote[];
	quantities: Quantities;
	/** Weeks until it must be in production, where that is known. */
	weeks: Range | undefined;
	notes: string[];
}

export function compareCosts(book: PriceBook, question: CostQuestion): CostComparison {
	const { quantities, asOf, model: matched } = question;
	const horizon: Horizon = { asOf, months: quantities.horizon.value };
	const model = comparedModel(book, matched, horizon);
	if (!model) throw new Error("A matched model has a price.");
	const smaller = smallerModel(book, matched, horizon);
	const batch = book.batch.find(({ sellers }) => sellers.includes(model.price.seller))?.share;
	const prompting = promptingWays(quantities, { model, smaller, batch });
	const gpu = book.gpus[0] as Gpu;
	const chosen = chosenOffers(book, question);
	const tuned = withDeployment(tunedWays(quantities, { ...chosen, gpu, horizon }), question);
	return {
		asOf,
		model: model.name,
		calls: quantities.calls.value,
		ways: [...prompting.ways, ...tuned.ways.map(({ way }) => way)],
		leftOut: [...prompting.leftOut, ...tuned.leftOut],
		breakEvens: breakEvensOf(tuned.ways, prompting.ways, { quantities, model }),
		memory: memoryTable(quantities, book.gpus),
		prices: priceNotes({ model, smaller, gpu, ...chosen }, asOf),
		quantities,
		weeks: amountOf("weeks", question.answers),
		notes: [...notesOf(question, model), ...billNote(question, prompting.ways[0])],
	};
}

function smallerModel(
	book: PriceBook,
	{ model, seller, region }: Matched,
	horizon: Horizon,
): ComparedModel | undefined {
	const name = own(book.smaller, model);
	const rows = book.prices.filter((row) => row.model === name && row.seller === seller);
	return name === undefined
		? undefined
		: comparedModel(book, { model: name, seller, rows, region }, horizon);
}

const factOf = (answers: Answers, fact: string): string | undefined => {
	const answer = own(answers, fact);
	return isKnown(answer) ? String(answer.value).toLowerCase() : undefined;
};

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

const isOnOwnMachines = (answers: Answers): boolean =>
	["private", "edge"].includes(factOf(answers, "deployment") ?? "");

/** Where requests may not leave, only one's own machines serve. */
function withDeployment({ ways, leftOut }: TunedWays, { answers }: CostQuestion): TunedWays {
	if (!isOnOwnMachines(answers)) return { ways, leftOut };
	const isOnDevice = factOf(answers, "deployment") === "edge";
	const why = isOnDevice ? "it must run on a device" : "it must run on your own machines";
	const isOwn = ({ way }: TunedWay) => way.id === "tuned-own-gpu";
	const gone = ways.filter((one) => !isOwn(one)).map(({ way }) => ({ id: way.id, why }));
	return { ways: ways.filter(isOwn), leftOut: [...leftOut, ...gone] };
}

/** Against today's prompt, and against the cached one: that saves without any training. */
function breakEvensOf(
	tuned: readonly TunedWay[],
	prompting: readonly Way[],
	{ quantities, model }: { quantities: Quantities; model: ComparedModel },
): BreakEven[] {
	const bases = [
		{ id: "prompting" as const, hits: quantities.hitsToday.value },
		{ id: "prompting-cached" as const, hits: quantities.hits.value },
	].filter(({ id }) => prompting.some((way) => way.id === id));
	return tuned.flatMap(({ way, against }) =>
		bases.map(({ id, hits }): BreakEven => {
			const requestsPerMonth = against(promptValues(quantities, { model, hits }));
			const verdict = verdictOf(requestsPerMonth, quantities.calls.value);
			return { way: way.id, against: id, requestsPerMonth, verdict };
		}),
	);
}

function verdictOf({ low, usual, high }: Range, calls: Range): BreakEven["verdict"] {
	if (low === Number.POSITIVE_INFINITY) return "never";
	if (calls.low >= high) return "pays";
	if (calls.high < low) return "too-few-calls";
	return calls.usual >= usual ? "usually-pays" : "at-best-pays";
}

/** Rows of 2,048 tokens, two at a time, activations recomputed: what a first run on one GPU looks like. */
const firstRun = { tokens: 2 * 2048, isCheckpointed: true } as const;

function memoryTable({ size }: Quantities, gpus: readonly Gpu[]): Memory[] {
	const shape = shapeOf(size.value.usual);
	return methods.map((method) => {
		const gigabytes = memoryOf(shape, { ...firstRun, method, isDoubleQuantized: true });
		const large = gpus.filter(({ memory }) => memory >= gigabytes.high);
		const least = Math.min(...large.map(({ memory }) => memory));
		const fits = large.filter(({ memory }) => memory === least).map(({ gpu }) => gpu);
		return { method, gigabytes, fits };
	});
}

interface Priced {
	model: ComparedModel;
	smaller: ComparedModel | undefined;
	perToken: Offer | undefined;
	perHour: Offer | undefined;
	gpu: Gpu;
}

function priceNotes({ model, smaller, perToken, perHour, gpu }: Priced, asOf: string): PriceNote[] {
	const note = (
		what: string,
		says: string,
		{ source, date }: { source: string; date: string },
	) => ({
		...{ what, says, source, date },
		isOld: isOld(date, asOf),
	});
	return [
		...[model, ...(smaller ? [smaller] : [])].map(({ name, price, region }) =>
			note(name, sayPrice(price, region), price),
		),
		...[perToken, perHour].flatMap((offer) =>
			offer ? [note(offerName(offer), sayOffer(offer), offer)] : [],
		),
		note(gpu.gpu, `${gpu.rent.low} to ${gpu.rent.high} USD an hour`, gpu),
	];
}

/** `0.75 in, 0.075 cached, 4.5 out, USD per million tokens`. */
export function sayPrice(
	{ input, cached, write, output, tier }: Priced["model"]["price"],
	region = 1,
): string {
	const at = (price: number) => Number((price * region).toPrecision(6));
	return [
		`${at(input)} in`,
		...(cached === undefined ? [] : [`${at(cached)} cached`]),
		...(write === undefined ? [] : [`${at(write)} cache write`]),
		`${at(output)} out`,
		...(tier ? [`${at(tier.input)} in and ${at(tier.output)} out above ${tier.above} tokens`] : []),
		"USD per million tokens",
	].join(", ");
}

export const sayOffer = ({ train, minimum, input, output, hosting, note }: Offer): string =>
	[
		...(train === undefined ? [] : [`${train} USD per million training tokens`]),
		...(minimum === undefined ? [] : [`at least ${minimum} USD a job`]),
		...(input === undefined ? [] : [`${input} in, ${output} out, USD per million tokens`]),
		...(hosting === undefined ? [] : [`${hosting} USD per GPU hour`]),
	].join("; ") + (note === undefined ? "" : `. ${note.replace(/\.$/, "")}`);

/** What a reader must know that no figure says. */
function notesOf({ answers, model, quantities }: CostQuestion, used: ComparedModel): string[] {
	const context = used.price.context ?? Number.POSITIVE_INFINITY;
	const isTooLong = quantities.prompt.value.high + quantities.output.value.high > context;
	return [
		...(model.isTuned
			? [
					`${used.name} stands for the fine-tuned model you named: prompting is priced at the base model.`,
				]
			: []),
		...(used.region > 1 ? ["Regional endpoints cost 10% more than the global price."] : []),
		...(used.lasts.endsWith ? [`Within your horizon ${used.lasts.endsWith}.`] : []),
		...(isTooLong
			? [`Prompt and answer may not fit into the ${context} tokens of ${used.name}.`]
			: []),
		...(isOnOwnMachines(answers)
			? ["A provider's API is priced for comparison only: your answers say it may not run there."]
			: []),
		...(factOf(answers, "run") === "one-off"
			? ["It runs once: calls a month are the whole backlog, so one month is the whole bill."]
			: []),
	];
}

/** How many times the bill may be off before that is said: prices and tokens are typical ones. */
const mostOff = 2;

/** A bill that was named, against the one that the amounts come to. */
function billNote({ answers }: CostQuestion, today: Way | undefined): string[] {
	const said = amountOf("monthly-spend-usd", answers);
	if (!said || !today) return [];
	const { low, high } = today.perMonth;
	if (said.high * mostOff >= low && said.low <= high * mostOff) return [];
	const dollars = (amount: number) => formatNumber(Number(amount.toPrecision(3)));
	return [
		`You said the monthly bill is ${dollars(said.usual)} US dollars, but your calls and tokens come to ${dollars(today.perMonth.usual)} at list price. Check the calls, the tokens per call and the model.`,
	];
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
