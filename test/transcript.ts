/** A screen as a file that a reviewer can read. */
import type { Screen } from "./installed/program.ts";

/** What the screen showed; the path of the folder, which differs from machine to machine, is left out. */
export function transcript(
	argv: string[],
	{ stdout, stderr, code }: Screen,
	folder: string,
): string {
	const shown = [
		`$ should-i-finetune ${argv.map((word) => (/[^\w./:=-]/.test(word) || word === "" ? `'${word}'` : word)).join(" ")}`,
		stdout,
		stderr && `--- stderr\n${stderr}`,
		`--- exit ${code}\n`,
	];
	return (
		shown
			.filter(Boolean)
			.join("\n")
			.replaceAll(`${folder}/`, "")
			.replaceAll(folder, "folder")
			// The fingerprint of a report is also one of the paths that stand in it.
			.replace(/^ {2}text: "[0-9a-f]{16}"$/m, '  text: "(of this text)"')
	);
}
