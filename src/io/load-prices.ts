/** What things cost: the prices of a rule set, and those of a file that wins over them. */
import { join } from "node:path";
import { mergeBooks, type PriceBook } from "../core/cost/prices.ts";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { isThere } from "./read-answers.ts";

/**
 * A rule set that has no prices is compared by those of the package.
 * @param file YAML of one's own
 */
export async function loadPrices(
	{ prices }: Pick<RuleSet, "prices">,
	file: string | undefined,
): Promise<Result<PriceBook>> {
	const base = prices ? good(prices) : await builtInPrices();
	if (!base.ok || file === undefined) return base;
	const read = await readOwn(file);
	return read.ok ? good(mergeBooks(base.value, read.value)) : read;
}

async function builtInPrices(): Promise<Result<PriceBook>> {
	const { loadRules } = await import("./load-rules.ts");
	const rules = await loadRules();
	if (!rules.ok) return rules;
	if (!rules.value.prices) throw new Error("The rules of the package have prices.");
	return good(rules.value.prices);
}

/** The prices of several rule sets, the later ones first to count; none where no folder has any. */
export async function readPriceFolders(
	folders: readonly string[],
): Promise<Result<PriceBook | undefined>> {
	let book: PriceBook | undefined;
	for (const folder of folders) {
		const prices = join(folder, "prices");
		if (!(await isThere(prices))) continue;
		const read = await readPriceFolder(prices);
		if (!read.ok) return read;
		book = book ? mergeBooks(book, read.value) : read.value;
	}
	return good(book);
}

async function readPriceFolder(folder: string): Promise<Result<PriceBook>> {
	const { readYamlFolder } = await import("./yaml-folder.ts");
	const { readPriceFiles } = await import("../core/rules/price-file.ts");
	const hint = "Put YAML files with prices into the folder, or remove it.";
	const files = await readYamlFolder(folder, "prices", { what: "prices", hint });
	return files.ok ? readPriceFiles(files.value) : files;
}

async function readOwn(file: string): Promise<Result<PriceBook>> {
	const { readText } = await import("./read-text.ts");
	const { parseText } = await import("./parse-text.ts");
	const { readPriceFile } = await import("../core/rules/price-file.ts");
	const text = await readText(file, file);
	if (!text.ok) return text;
	const parsed = await parseText(text.value, file);
	return parsed.ok ? readPriceFile({ file, ...parsed.value }) : parsed;
}
