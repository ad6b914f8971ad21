/** What stands beside the results of Azure's rag-chat-evaluator: when it ran, and with which settings. */
import { fingerprint } from "../fingerprint.ts";
import type { Reader } from "../reader.ts";
import { fieldOf, isFields } from "../source.ts";
import { timeOf } from "../times.ts";
import { azureOrigin } from "./plain.ts";

export const azureParameters: Reader = {
	format: "Azure evaluators",
	looksLike: "eval_results.jsonl of Azure's rag-chat-evaluator",
	recognizes: ({ content }) =>
		content.kind === "value" &&
		fieldOf(content.value, "evaluation_timestamp") !== undefined &&
		isFields(fieldOf(content.value, "target_parameters")),
	read: ({ file, content }) => {
		const value = content.kind === "value" ? content.value : undefined;
		return {
			runs: [],
			about: {
				origin: azureOrigin(file),
				when: timeOf(fieldOf(value, "evaluation_timestamp")),
				settings: fingerprint(fieldOf(value, "target_parameters")),
			},
		};
	},
};
