/** `explain weights`: where given answers would turn. */
import { expect, test } from "vitest";
import { folderOf, run } from "./program.ts";

/** The weights at which the outlook turns, and the points that the decision counts. */
async function turns(answers: string) {
	const cwd = folderOf({ "answers.yaml": answers });
	const { stdout } = await run(["explain", "weights", "-a", "answers.yaml"], { cwd });
	const decision = JSON.parse((await run(["-a", "answers.yaml", "-f", "json"], { cwd })).stdout);
	const [, told = ""] = stdout.split("When your outlook would change");
	return { told: told.trim().split(/\s*\n\s*/), total: decision.total, scores: decision.scores };
}

test.each([
	["one value", "deployment: hosted\nmonthly-requests: 2m\n"],
	["a set of values", "deployment: not hosted\n"],
	["a range", "monthly-requests: 200k..5m\nexamples: 20..60\n"],
])("%s: the weights are told of the same points as the decision", async (_, answers) => {
	const { told, total, scores } = await turns(answers);
	for (const [place, { criterion, weight, points }] of scores.entries()) {
		const at = Number((weight + (total.threshold - total.points) / points).toFixed(2));
		const turning = points === 0 || at < 0 ? "no weight would change it" : `at a weight of ${at}`;
		expect(told[place]).toBe(`${criterion} (weight ${weight}): ${turning}.`);
	}
});

test("not hosted: half the weight of the cost would still do", async () => {
	expect((await turns("deployment: not hosted\n")).told[0]).toBe(
		"cost (weight 1): at a weight of 0.5.",
	);
});
