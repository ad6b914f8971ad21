import type { Answers } from "../answers/answers.ts";
import type { Matched } from "./match-model.ts";
import type { Quantities } from "./quantities.ts";

/** What is compared. */
export interface CostQuestion {
	quantities: Quantities;
	model: Matched;
	answers: Answers;
	/** `provider` or `provider/model` of an offer. */
	offer: string | undefined;
	/** The day whose prices count, YYYY-MM-DD. */
	asOf: string;
	/** The day by which prices are old; the same unless told. */
	today?: string;
}
