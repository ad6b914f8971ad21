import { type Logic, logicOf } from "./json-logic.ts";
import { load, type Peer, resultOf } from "./peer.ts";
import type { Facts } from "./value-rules.ts";

interface Module {
	LogicEngine: new () => { build(logic: Logic): (facts: Facts) => unknown };
}

export const jsonLogicEngine: Peer = {
	name: "json-logic-engine",
	how: "`build`, a function for each score",
	async start(rules) {
		const { LogicEngine } = await load<Module>("json-logic-engine");
		const engine = new LogicEngine();
		// One function for everything is too large for the compiler to do its best.
		const functions = logicOf(rules, "in").map((logic) => engine.build(logic));
		const weights = rules.scores.map(({ weight }) => weight);
		return (facts) => {
			const values = functions.map((evaluate) => evaluate(facts));
			const open = values.pop() === true;
			return resultOf(values as number[], weights, open);
		};
	},
};
