import { expect, test } from "vitest";
import { compare } from "./compared.ts";

test("what reaches farthest comes first, and never is farthest", () => {
	const { drivers } = compare({ model: "gemini-3.1-flash-lite" });
	const highs = drivers.map(({ requestsPerMonth }) => requestsPerMonth.high);
	expect(drivers.length).toBeGreaterThan(1);
	expect(
		highs.filter(Number.isFinite).length === 0 ||
			highs.lastIndexOf(Number.POSITIVE_INFINITY) < highs.findIndex(Number.isFinite),
	).toBe(true);
});

test.each(["gemini-3.1-flash-lite", "gpt-5.4-mini", "claude-opus-5"])(
	"each alone stays within all together: %s",
	(model) => {
		const { breakEven, drivers } = compare({ model });
		const all = breakEven?.requestsPerMonth ?? { low: 0, high: 0 };
		expect(drivers.length).toBeGreaterThan(0);
		for (const { requestsPerMonth } of drivers) {
			expect(requestsPerMonth.low).toBeGreaterThanOrEqual(all.low * (1 - 1e-9));
			expect(requestsPerMonth.high).toBeLessThanOrEqual(all.high * (1 + 1e-9));
		}
	},
);

test("what is known exactly moves nothing", () => {
	const names = compare({ flags: { fixedTokens: 3000 } }).drivers.map(({ says }) => says);
	expect(names).not.toContain("share of the prompt that is instructions and examples");
	expect(names).toContain("one-off cost");
});
