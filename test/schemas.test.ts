import { expect, test } from "vitest";
import { costJsonSchema } from "../src/core/cost/json-schema.ts";
import { decisionJsonSchema } from "../src/core/decision/json-schema.ts";
import { pricesJsonSchema, rulesJsonSchema } from "../src/core/rules/json-schema.ts";
import { dataReportJsonSchema } from "../src/inspect/data/views/schema.ts";
import { evalsJsonSchema } from "../src/report/evals/json-schema.ts";
import { questionsJsonSchema } from "../src/report/questions/json-schema.ts";

test("the shipped schema of a decision is current", async () => {
	await expect(decisionJsonSchema()).toMatchFileSnapshot("../schema/decision.schema.json");
});

test("the shipped schema of eval results is current", async () => {
	await expect(evalsJsonSchema()).toMatchFileSnapshot("../schema/evals.schema.json");
});

test("the shipped schema of the questions is current", async () => {
	await expect(questionsJsonSchema()).toMatchFileSnapshot("../schema/questions.schema.json");
});

test("the schema that rule files point at is current", async () => {
	await expect(rulesJsonSchema()).toMatchFileSnapshot("../rules/schema.json");
});

test("the shipped schema of a report on training data is current", async () => {
	await expect(dataReportJsonSchema()).toMatchFileSnapshot("../schema/data-report.schema.json");
});

test("the shipped schema of a cost comparison is current", async () => {
	await expect(costJsonSchema()).toMatchFileSnapshot("../schema/cost.schema.json");
});

test("the schema that price files point at is current", async () => {
	await expect(pricesJsonSchema()).toMatchFileSnapshot("../schema/prices.schema.json");
});
