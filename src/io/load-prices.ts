/** What things cost: the prices of the package, and those of a file that wins over them. */
import { join } from "node:path";
import { mergeBooks, type PriceBook } from "../core/cost/prices.ts";
import { good, type Result } from "../core/problems.ts";
import { readBuilt } from "./read-built.ts";

/** The prices that ship with the package; the same path from source and from the build. */
export const builtInPrices = join(import.meta.dirname, "../../rules/prices");

/** @param file YAML of one's own */
export async function loadPrices(file?: string): Promise<Result<PriceBook>> {
	const book = await loadBuiltIn();
	if (!book.ok || file === undefined) return book;
	const read = await readOwn(file);
	return read.ok ? good(mergeBooks(book.value, read.value)) : read;
}

async function loadBuiltIn(): Promise<Result<PriceBook>> {
	const built = readBuilt("prices.json");
	return built === undefined ? readPriceFolder(builtInPrices) : good(JSON.parse(built));
}

export async function readPriceFolder(folder: string): Promise<Result<PriceBook>> {
	const { readYamlFolder } = await import("./yaml-folder.ts");
	const { readPriceFiles } = await import("../core/cost/price-file.ts");
	const hint = "Pass a folder of YAML files with prices.";
	const files = await readYamlFolder(folder, "prices", { what: "prices", hint });
	return files.ok ? readPriceFiles(files.value) : files;
}

async function readOwn(file: string): Promise<Result<PriceBook>> {
	const { readText } = await import("./read-text.ts");
	const { parseText } = await import("./parse-text.ts");
	const { readPriceFile } = await import("../core/cost/price-file.ts");
	const text = await readText(file, file);
	if (!text.ok) return text;
	const parsed = await parseText(text.value, file);
	return parsed.ok ? readPriceFile({ file, ...parsed.value }) : parsed;
}
