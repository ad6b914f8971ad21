/** Makes man/should-i-finetune.1 from the command line itself: `npm run generate`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { examples, topics } from "../src/cli/help.ts";
import { programOf } from "../src/cli/program.ts";
import { loadRules } from "../src/io/load-rules.ts";
import { manPage } from "../src/report/man/man-page.ts";

/** The manual page of the built-in rule set. */
export async function makeManPage(): Promise<string> {
	const loaded = await loadRules();
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
	const rules = loaded.value;
	return manPage(programOf(rules), {
		topics: Object.values(topics),
		examples,
		meanings: (fact) => {
			const { choices, "yes-no": yesNo } = rules.questions[fact] ?? {};
			return Object.entries(choices ?? yesNo ?? {});
		},
	});
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	mkdirSync("man", { recursive: true });
	writeFileSync("man/should-i-finetune.1", await makeManPage());
}
