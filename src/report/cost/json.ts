/** A cost comparison for programs. */

import { dataOf } from "../../core/cost/cost-data.ts";
import type { CostJson } from "../../core/cost/cost-json.ts";
import type { WholeComparison } from "../../core/cost/memory-table.ts";
import { json } from "../json.ts";
import { formulasOf } from "./formulas.ts";
import { costHeadline } from "./verdict.ts";

export function costJson(comparison: WholeComparison, withFormulas: boolean): string {
	const printed: CostJson = {
		schemaVersion: 1,
		headline: costHeadline(comparison),
		...dataOf(comparison),
		memory: comparison.memory,
		...(withFormulas && {
			formulas: Object.fromEntries(
				formulasOf(comparison).map(({ id, formulas }) => [id, formulas]),
			),
		}),
	};
	return json(printed);
}
