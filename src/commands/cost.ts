/** `cost`: what prompting and fine-tuning cost, side by side. */

import type { Answers } from "../core/answers/answers.ts";
import { formatRaw, isKnown } from "../core/answers/answers.ts";
import { listed } from "../core/answers/format-answer.ts";
import { compareCosts, ownModel } from "../core/cost/compare-costs.ts";
import { type Matched, matchModel } from "../core/cost/match-model.ts";
import { memoryTable } from "../core/cost/memory-table.ts";
import { billFault } from "../core/cost/monthly-spend.ts";
import { nearestModels } from "../core/cost/nearest-models.ts";
import type { PriceBook } from "../core/cost/prices.ts";
import { neededFacts, readQuantities } from "../core/cost/quantities.ts";
import { own } from "../core/own.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { loadPrices } from "../io/load-prices.ts";
import { costReports } from "../report/cost/reports.ts";
import { type CostGiven, type OwnPrice, offerProblem, parseCostOptions } from "./cost-options.ts";
import { type FactFlags, gatherAnswers } from "./gather-answers.ts";
import type { Surroundings } from "./surroundings.ts";

export async function cost(
	flags: CostGiven & FactFlags,
	{ rules, world }: Surroundings,
): Promise<ExitCode> {
	const asOf = flags["as-of"] ?? world.today;
	const unasked = neededFacts.filter((fact) => !own(rules.questions, fact));
	if (unasked.length > 0) return refuse(world, [noQuestion(unasked, rules.name)]);
	const options = parseCostOptions(flags);
	const given = await gatherAnswers(flags, rules, world);
	const book = await loadPrices(rules, flags.prices);
	if (!options.ok || !given.ok || !book.ok) return refuse(world, problemsOf(options, given, book));
	const { answers } = given.value;
	const model = findModel(answers, book.value, { price: options.value.price, asOf });
	const costs = { ...options.value.flags, training: given.value.training };
	const quantities = readQuantities(answers, costs, book.value);
	const noOffer = offerProblem(book.value, flags.offer);
	if (!model.ok || !quantities.ok || noOffer)
		return refuse(world, [...problemsOf(model, quantities), ...(noOffer ? [noOffer] : [])]);
	const compared = compareCosts(book.value, {
		...{ quantities: quantities.value, model: model.value, answers, offer: flags.offer, asOf },
	});
	const fault = billFault(compared, answers);
	const comparison = {
		...compared,
		notes: [...compared.notes, ...(fault ? [fault] : [])],
		memory: memoryTable(quantities.value, book.value.gpus),
	};
	const report = costReports[flags.format ?? "text"];
	world.print(report(comparison, world.style, flags.explain ?? false));
	return exit.done;
}

const noQuestion = (facts: string[], ruleset: string): Problem => ({
	code: "no-question",
	message: `The rule set ${formatRaw(ruleset)} has no question ${listed(facts)}, and costs rest on that.`,
	hint: "Leave out --rules, or use a rule set that extends the built-in one.",
});

const problemsOf = (...results: Result<unknown>[]): Problem[] =>
	results.flatMap((one) => (one.ok ? [] : one.problems));

/** The model of the answers, at its own price or at the list price. */
function findModel(
	answers: Answers,
	book: PriceBook,
	{ price, asOf }: { price: OwnPrice | undefined; asOf: string },
): Result<Matched> {
	const answer = own(answers, "model");
	const name = isKnown(answer) ? String(answer.value) : undefined;
	if (price) return good(ownModel(name ?? "your model", price, asOf));
	if (name === undefined) return bad(noModel);
	const found = matchModel(book, name);
	return found ? good(found) : bad(unknownModel(name, nearestModels(book, name)));
}

const withPrice = "--price in=0.75,cached=0.075,out=4.5";

const noModel: Problem = {
	code: "missing-fact",
	message: "model is not known, and its price decides.",
	hint: `Give --model, or its price in US dollars per million tokens: ${withPrice}.`,
};

const unknownModel = (name: string, near: string[]): Problem => ({
	code: "unknown-model",
	message: `There is no price for the model ${formatRaw(name)}. The nearest are ${listed(near)}.`,
	hint: `Give one of them as --model, or your price in US dollars per million tokens: ${withPrice}.`,
});
