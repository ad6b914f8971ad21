import type { WayId } from "../../core/cost/way.ts";

/** The part of a report that says what the ways cost. */
export const costTitle = "What it costs";

export const wayNames = {
	prompting: "Prompting, as today",
	"prompting-cached": "Prompting, prefix cached",
	"prompting-batch": "Prompting, batch API",
	"prompting-trimmed": "Prompting, shorter instructions",
	"smaller-model": "Prompting a smaller model",
	"tuned-per-token": "Fine-tuned, billed by the token",
	"tuned-small": "Fine-tuned, a small open model",
	"tuned-dedicated": "Fine-tuned, hosted by the hour",
	"tuned-own-gpu": "Fine-tuned, your own GPUs",
} satisfies Record<WayId, string>;

/** Within a sentence. */
export const wayPhrases = {
	prompting: "prompting as today",
	"prompting-cached": "prompting with a cached prefix",
	"prompting-batch": "the batch API, which answers within a day",
	"prompting-trimmed": "shorter instructions",
	"smaller-model": "a smaller model",
	"tuned-per-token": "a fine-tuned model billed by the token",
	"tuned-small": "a fine-tuned small open model billed by the token",
	"tuned-dedicated": "a fine-tuned model hosted by the hour",
	"tuned-own-gpu": "a fine-tuned model on your own GPUs",
} satisfies Record<WayId, string>;
