import { expect, test } from "vitest";
import {
	atLeast,
	type Expression,
	earliestOf,
	evaluate,
	minus,
	over,
	plus,
	roundUp,
	times,
	write,
} from "../../../src/core/cost/expression.ts";

const values = { a: 6, b: 3, c: 0.1 };

test.each<[string, Expression<keyof typeof values>, number]>([
	["a", "a", 6],
	["7", 7, 7],
	["a + b", plus("a", "b"), 9],
	["a − b", minus("a", "b"), 3],
	["a − (b − 1)", minus("a", minus("b", 1)), 4],
	["a + b × 2", plus("a", times("b", 2)), 12],
	["(a + b) × 2", times(plus("a", "b"), 2), 18],
	["a ÷ (b × 2)", over("a", times("b", 2)), 1],
	["a × b ÷ 2", over(times("a", "b"), 2), 9],
	["max(a, b × 3)", atLeast("a", times("b", 3)), 9],
	["min(a, b)", earliestOf("a", "b"), 3],
	["ceil(a ÷ 4)", roundUp(over("a", 4)), 2],
])("%s", (text, expression, value) => {
	expect(write(expression, String)).toBe(text);
	expect(evaluate(expression, (name: keyof typeof values) => values[name])).toBe(value);
});

test.each([
	["on a whole number", 3, 3],
	["past it by a rounding error", 3 / 0.1, 30],
	["past it", 30.01, 31],
])("rounds up %s", (_, value, whole) => {
	expect(evaluate(roundUp("a"), () => value)).toBe(whole);
});
