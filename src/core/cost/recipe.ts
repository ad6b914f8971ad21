import type { Horizon } from "./compared-model.ts";
import type { Gpu, Offer } from "./prices.ts";
import type { Range } from "./range.ts";
import type { WayId } from "./way.ts";

/** A way to fine-tune and to serve the result. */
export interface Recipe {
	id: WayId;
	uses: string;
	offer?: Offer;
	/** Where it is served by the hour. */
	gpu?: Gpu;
	rent?: Range;
	horizon: Horizon;
}
