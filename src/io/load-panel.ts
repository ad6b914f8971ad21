/** The script of the what-if panel, which decides again in an HTML report. */
import { join } from "node:path";
import { readBuilt } from "./read-built.ts";

/** The script as the build left it; from source it is bundled now. */
export async function loadPanel(): Promise<string> {
	return readBuilt("what-if.js") ?? bundlePanel();
}

/** Bundles `src/page` into one script that can stand within a page. */
export async function bundlePanel(): Promise<string> {
	// A tool of development, which the package does without.
	const { build } = await import("rolldown");
	const { output } = await build({
		input: join(import.meta.dirname, "../page/what-if.ts"),
		platform: "browser",
		write: false,
		output: { format: "iife", minify: true },
	});
	return closeTight(output[0].code.trim());
}

/** In a string, `\/` is `/` and `\!` is `!`; a page would read `</script` as the end, and `<!--` as a comment. */
function closeTight(script: string): string {
	const tight = script.replaceAll(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "<\\!--");
	if (/<script/i.test(tight)) throw new Error("The script of the page holds a <script tag.");
	return tight;
}
