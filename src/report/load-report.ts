/** A report with no more code than it takes: for JSON neither chalk nor the texts of the others. */
import type { Format } from "./formats.ts";
import { json } from "./json.ts";
import type { Report } from "./reports.ts";

export async function loadReport(format: Format): Promise<Report> {
	if (format === "json") return json;
	if (format === "text") return (await import("./text/text.ts")).text;
	const { report } = await import("./reports.ts");
	return (...shown) => report(format, ...shown);
}
