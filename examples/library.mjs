import { writeFileSync } from "node:fs";
import { decide, loadRules, parseAnswers, report } from "should-i-finetune";

const rules = await loadRules();
if (!rules.ok) throw new Error(rules.problems.map(({ message }) => message).join("\n"));

const answers = parseAnswers(rules.value, {
	goal: "task-quality",
	task: "narrow",
	prompting: "plateaued",
	examples: "500..2000",
	"monthly-requests": 200_000,
});
if (!answers.ok) throw new Error(answers.problems.map(({ message }) => message).join("\n"));

const decision = decide(rules.value, answers.value);
console.log(`${decision.headline} Confidence: ${decision.confidence}.`);
for (const { points, because } of decision.reasons.slice(0, 3)) console.log(points, because);
if (!decision.settled) console.log(`Ask next: ${decision.nextQuestion}`);

writeFileSync("decision.md", report("markdown", decision, rules.value));
