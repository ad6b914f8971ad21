import { rules } from "../../built-in.ts";

if (!rules.prices) throw new Error("The built-in rules have prices.");
export const book = rules.prices;
export const asOf = "2026-11-28";
