/** Every formula of the cost model. */
import { breakEven } from "../../../src/core/cost/break-even.ts";
import { capacity } from "../../../src/core/cost/capacity.ts";
import type { Formula } from "../../../src/core/cost/formula.ts";
import { hosting } from "../../../src/core/cost/hosting.ts";
import { monthlyBill, spreadBill, totalBill } from "../../../src/core/cost/monthly-bill.ts";
import { months } from "../../../src/core/cost/months.ts";
import { oneOff } from "../../../src/core/cost/one-off.ts";
import { netSaving, payback } from "../../../src/core/cost/payback.ts";
import { labels, peopleDays } from "../../../src/core/cost/people.ts";
import { promptedCall } from "../../../src/core/cost/prompted-call.ts";
import { gpusPerReplica, replicas } from "../../../src/core/cost/replicas.ts";
import { indexCost, searchCost } from "../../../src/core/cost/retrieval.ts";
import { saving } from "../../../src/core/cost/saving.ts";
import { trainingHours } from "../../../src/core/cost/training-hours.ts";
import { trainingMemory } from "../../../src/core/cost/training-memory.ts";
import { trainingRun } from "../../../src/core/cost/training-run.ts";
import { tunedCall, tunedPrompt } from "../../../src/core/cost/tuned-call.ts";
import { upkeep } from "../../../src/core/cost/upkeep.ts";

// Each has inputs of its own; here only their names and directions count.
export const formulas = {
	breakEven,
	capacity,
	gpusPerReplica,
	hosting,
	labels,
	monthlyBill,
	months,
	oneOff,
	netSaving,
	payback,
	indexCost,
	searchCost,
	saving,
	peopleDays,
	promptedCall,
	replicas,
	spreadBill,
	totalBill,
	trainingHours,
	trainingMemory,
	trainingRun,
	tunedCall,
	tunedPrompt,
	upkeep,
} as unknown as Record<string, Formula<string>>;
