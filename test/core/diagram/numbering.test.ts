import { expect, test } from "vitest";
import { makeNumbering } from "../../../src/core/diagram/numbering.ts";
import { randomOf } from "../../exact/random-rules.ts";

test.each<[string, number[], number[]]>([
	["another number", [1, 2], [1, 3]],
	["another length", [1, 2], [1, 2, 0]],
	["another order", [1, 2], [2, 1]],
	["another sign", [1], [-1]],
	["nothing and zero", [], [0]],
	["numbers that differ beyond 32 bits", [1], [2 ** 32 + 1]],
	["numbers that differ after the point", [1], [1.5]],
])("lists with %s have two numbers", (_name, one, other) => {
	const numberOf = makeNumbering();
	expect([numberOf(one), numberOf(other), numberOf([...one]), numberOf([...other])]).toEqual([
		0, 1, 0, 1,
	]);
});

test("many lists keep their numbers as more come", () => {
	const random = randomOf(1);
	const numberOf = makeNumbering();
	const known = new Map<string, number>();
	for (let turn = 0; turn < 20_000; turn += 1) {
		const list = random.list(random.int(0, 4), () => random.int(-3, 6));
		const key = list.join();
		const number = known.get(key) ?? known.size;
		known.set(key, number);
		expect(numberOf(list)).toBe(number);
	}
	expect(known.size).toBeGreaterThan(4000);
});
