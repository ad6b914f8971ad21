/** What the HTML report needs besides the decision: the script that decides again in the page. */
import { join } from "node:path";
import { readBuilt } from "./read-built.ts";

/** The script as the build left it; from source it is bundled now, and without a bundler there is none. */
export async function loadPage(): Promise<string | undefined> {
	const fromSource = import.meta.filename.endsWith(".ts");
	return fromSource ? bundlePage().catch(() => undefined) : readBuilt("what-if.js");
}

/** Bundles `src/page` into one script that can stand within a page. */
export async function bundlePage(): Promise<string> {
	// A tool of development, which the package does without.
	const { build } = await import("esbuild");
	const inPage = (file: string) => join(import.meta.dirname, "../page", file);
	const { outputFiles } = await build({
		entryPoints: [inPage("what-if.ts")],
		alias: { leven: inPage("no-leven.ts") },
		bundle: true,
		minify: true,
		write: false,
		format: "iife",
		platform: "browser",
		target: "es2023",
		charset: "ascii",
		legalComments: "none",
		logLevel: "silent",
	});
	return closeTight(outputFiles[0]?.text.trim() ?? "");
}

/** In a string, `\/` is `/` and `\!` is `!`; a page would read `</script` as the end, and `<!--` as a comment. */
function closeTight(script: string): string {
	const tight = script.replaceAll(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "<\\!--");
	if (/<script/i.test(tight)) throw new Error("The script of the page holds a <script tag.");
	return tight;
}
