/** What a reader must know that no figure says. */
import { type Answers, isKnown } from "../answers/answers.ts";
import { own } from "../own.ts";
import type { ComparedModel } from "./compared-model.ts";
import type { CostQuestion } from "./cost-question.ts";

export const factOf = (answers: Answers, fact: string): string | undefined => {
	const answer = own(answers, fact);
	return isKnown(answer) ? String(answer.value).toLowerCase() : undefined;
};

export const isOnOwnMachines = (answers: Answers): boolean =>
	["private", "edge"].includes(factOf(answers, "deployment") ?? "");

export function notesOf(
	{ answers, model, quantities }: CostQuestion,
	used: ComparedModel,
): string[] {
	const context = used.price.context ?? Number.POSITIVE_INFINITY;
	const isTooLong = quantities.prompt.value.high + quantities.output.value.high > context;
	return [
		...(model.isTuned
			? [
					`${used.name} stands for the fine-tuned model you named: prompting is priced at the base model.`,
				]
			: []),
		...(used.retired === undefined
			? []
			: [`${used.name} retired on ${used.retired}. Compare with the model you will use instead.`]),
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
