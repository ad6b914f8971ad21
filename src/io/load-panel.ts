/** The script of the what-if panel, which decides again in an HTML report. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Panel } from "../report/style.ts";
import { readBuilt } from "./read-built.ts";

/** The script as the build left it; from source it is bundled now. */
export async function loadPanel(): Promise<Panel> {
	const built = readBuilt("what-if.json");
	return built === undefined ? packPanel(await bundlePanel()) : JSON.parse(built);
}

/** Bundles `src/page` into one script. */
export async function bundlePanel(): Promise<string> {
	// A tool of development, which the package does without.
	const { build } = await import("rolldown");
	const { output } = await build({
		input: join(import.meta.dirname, "../page/what-if.ts"),
		platform: "browser",
		write: false,
		output: { format: "iife", minify: true },
	});
	return output[0].code.trim();
}

/**
 * The script at half its size, with what unpacks and runs it in the page: reports are attached to mails and
 * tickets. A browser that cannot unpack it shows the report without the panel.
 */
export function packPanel(code: string): Panel {
	const packed = deflateRawSync(code, { level: 9 }).toString("base64");
	return {
		script: `(async()=>{const packed=Uint8Array.from(atob("${packed}"),(one)=>one.charCodeAt(0));const unpacked=new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));const script=document.createElement("script");script.textContent=await new Response(unpacked).text();document.body.append(script)})()`,
		unpacked: createHash("sha256").update(code).digest("base64"),
	};
}
