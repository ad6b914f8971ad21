import { expect, test } from "vitest";
import { compare } from "./compared.ts";

const driversOf = (given: Parameters<typeof compare>[0], way = "tuned-per-token") =>
	compare(given).breakEvens.find((one) => one.way === way)?.drivers ?? [];

test("what reaches farthest comes first, and never is farthest", () => {
	const drivers = driversOf({ model: "gemini-3.1-flash-lite" });
	const highs = drivers.map(({ requestsPerMonth }) => requestsPerMonth.high);
	expect(drivers.length).toBeGreaterThan(1);
	expect(
		highs.filter(Number.isFinite).length === 0 ||
			highs.lastIndexOf(Number.POSITIVE_INFINITY) < highs.findIndex(Number.isFinite),
	).toBe(true);
});

test("each alone stays within all together", () => {
	const all = compare({}).breakEvens;
	for (const { requestsPerMonth, drivers } of all)
		for (const one of drivers) {
			expect(one.requestsPerMonth.low).toBeGreaterThanOrEqual(requestsPerMonth.low * (1 - 1e-9));
			expect(one.requestsPerMonth.high).toBeLessThanOrEqual(requestsPerMonth.high * (1 + 1e-9));
		}
});

test("what is known exactly moves nothing", () => {
	const names = driversOf({ flags: { fixedTokens: 3000 } }).map(({ says }) => says);
	expect(names).not.toContain("share of the prompt that is instructions and examples");
	expect(names).toContain("one-off cost");
});
