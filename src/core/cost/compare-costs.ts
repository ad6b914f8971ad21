import { own } from "../own.ts";
import { chooseOffers } from "./choose-offers.ts";
import { type ComparedModel, comparedModel, type Horizon } from "./compared-model.ts";
import type { CostQuestion } from "./cost-question.ts";
import type { Driver } from "./drivers.ts";
import type { Matched } from "./match-model.ts";
import { shapeOf } from "./model-shapes.ts";
import { billNote, factOf, isOnOwnMachines, notesOf } from "./notes.ts";
import { type PriceNote, priceNotes } from "./price-notes.ts";
import type { Gpu, PriceBook } from "./prices.ts";
import { type LeftOut, promptingWays, promptValues } from "./prompting-ways.ts";
import { amountOf, type Quantities } from "./quantities.ts";
import type { Range } from "./range.ts";
import { type Method, memoryOf, methods } from "./training-memory.ts";
import { type TunedWay, tunedWays } from "./tuned-ways.ts";
import type { CostVerdict } from "./verdicts.ts";
import type { Way, WayId } from "./way.ts";

/** From how many calls a month a fine-tuned way costs less than a prompted one. */
export interface BreakEven {
	way: WayId;
	against: WayId;
	/** Infinite where it never pays. */
	requestsPerMonth: Range;
	verdict: CostVerdict;
	/** What moves it most. */
	drivers: Driver[];
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

/** What the offers and the benchmarks of serving are about. */
const servingGpu = "H100 80GB";

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
			const found = against(promptValues(quantities, { model, hits }));
			const verdict = verdictOf(found.requestsPerMonth, quantities.calls.value);
			return { way: way.id, against: id, ...found, verdict };
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
