/** The licences of the packages whose code the bundle holds. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One text for all packages that some of these files belong to. */
export function formatLicenses(files: readonly string[]): string {
	const folders = files.flatMap(
		(file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
	);
	const texts = [...new Set(folders)].sort().map(formatLicense);
	return `The files in dist hold code of these packages.\n\n${texts.join("\n\n")}\n`;
}

function formatLicense(folder: string): string {
	const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
	if (!file && !license) throw new Error(`${name} has no licence.`);
	const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
	return `${"-".repeat(72)}\n${name} ${version} (${license})\n\n${text}`;
}
