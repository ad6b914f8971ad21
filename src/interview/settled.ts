/** What happens once no further answer can change the verdict. */
import type { Decision } from "../core/decision/decision.ts";
import { fold } from "../report/text/columns.ts";
import { settledSentence, soFar } from "./messages.ts";
import type { Terminal } from "./terminal.ts";

/** Says it, with the verdict and what closes the other one. */
export function announceSettled({ headline, gates }: Decision, { look, say }: Terminal): void {
	const closed = gates.filter(({ state }) => state === "closed");
	say(`\n${look.paint.bold(fold(settledSentence, look.width))}`);
	say(fold([headline, ...closed.map(({ because }) => because)].join(" "), look.width));
}

/** The user has answered at least one question, or there would be no offer. */
export const offerResult = (decision: Decision, terminal: Terminal): Promise<string> =>
	terminal.choose({
		above: [
			"What may still change is the outlook: where the facts point in the end.",
			soFar(decision),
		],
		ask: "See the result now?",
		choices: [
			{ value: "result", name: "See the result" },
			{ value: "more", name: "Keep answering, to sharpen the outlook" },
			{ value: "back", name: "Go back" },
		],
	});
