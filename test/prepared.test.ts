/** What the build has found out of the rules, against finding it out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { attachPrepared, preparedUnknowns } from "../src/core/decision/prepared.ts";
import type { RuleSet } from "../src/core/rules/rule-set.ts";
import { decide, parseAnswers } from "../src/index.ts";
import { ensureBuilt, root } from "./built.ts";

let plain: RuleSet;
let prepared: RuleSet;

beforeAll(() => {
	ensureBuilt();
	const read = (name: string) => JSON.parse(readFileSync(join(root, "dist", name), "utf8"));
	const built = read("rules.json");
	plain = built.rules;
	prepared = { ...plain };
	attachPrepared(prepared, built.prepared);
});

test.each([
	["nothing", {}],
	["a question, but with unknown", { goal: "unknown" }],
	["one question", { goal: "task-quality" }],
])("the decision is the same when %s is answered", (_name, facts) => {
	const answers = parseAnswers(plain, facts);
	if (!answers.ok) throw new Error("These answers are bad.");
	expect(decide(prepared, answers.value)).toEqual(decide(plain, answers.value));
});

test("who changes a decision does not change the next one", () => {
	expect(preparedUnknowns(prepared, {})?.unknown.length).toBe(plain.domains.length);
	const first = decide(prepared, {});
	const told = structuredClone(first.unknown);
	for (const one of first.unknown) one.couldFlip = !one.couldFlip;
	first.unknown.pop();
	expect(decide(prepared, {}).unknown).toEqual(told);
});

test("changed rules do not take along what was found out of others", () => {
	expect(preparedUnknowns({ ...prepared }, {})).toBeUndefined();
});
