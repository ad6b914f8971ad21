import { type Logic, logicOf } from "./json-logic.ts";
import { load, type Peer, resultOf } from "./peer.ts";
import type { Facts } from "./value-rules.ts";

interface JsonLogic {
	default: { apply(logic: Logic, facts: Facts): unknown[] };
}

export const jsonLogicJs: Peer = {
	name: "json-logic-js",
	how: "`apply`",
	async start(rules) {
		const { default: jsonLogic } = await load<JsonLogic>("json-logic-js");
		const logic = logicOf(rules, "or");
		const weights = rules.scores.map(({ weight }) => weight);
		return (facts) => {
			const values = jsonLogic.apply(logic, facts);
			const open = values.pop() === true;
			return resultOf(values as number[], weights, open);
		};
	},
};
