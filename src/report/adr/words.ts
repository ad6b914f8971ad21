/** How an architecture decision record puts things. */
import { escapeMarkdown } from "../markdown/escape.ts";

/** A headline as the name of an option: `Start with prompts; expect to fine-tune`. */
export const titleOf = (headline: string): string =>
	escapeMarkdown(headline.replace(/[.!]\s*$/, ""));

/** A sentence after `because`. A first word written like a name keeps its capital: `OpenAI`, `LoRA`. */
export const becauseOf = (sentence: string): string =>
	escapeMarkdown(sentence.replace(/^(?!I\b)[A-Z](?=[a-z]*[\s,])/, (first) => first.toLowerCase()));
