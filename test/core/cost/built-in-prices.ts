import { builtInPrices, readPriceFolder } from "../../../src/io/load-prices.ts";

const read = await readPriceFolder(builtInPrices);
if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
export const book = read.value;
export const asOf = "2026-11-28";
