import { expect, test } from "vitest";
import { decisionJsonSchema, rulesSchema } from "../src/core/schemas.ts";

test("the shipped schema of a decision is current", async () => {
	await expect(decisionJsonSchema()).toMatchFileSnapshot("../schema/decision.schema.json");
});

test("the schema that rule files point at is current", async () => {
	await expect(rulesSchema()).toMatchFileSnapshot("../rules/schema.json");
});
