/** What a suite found, as a table on the screen and in RESULTS.md. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";

export interface Row {
	what: string;
	found: string;
	goal: string;
	/** Left out where the goal is not ours to judge. */
	reached?: boolean;
}

export interface Suite {
	title: string;
	rows: Row[];
	notes?: string[];
}

const file = new URL("RESULTS.md", import.meta.url);
const heading = `# Benchmarks

Each part was written by the command under its title. Goals are what a user would feel: what keeps
within them is fast and small enough, and there simplicity wins every argument.`;

export function formatSuite(name: string, { title, rows, notes = [] }: Suite): string {
	const verdict = ({ reached }: Row) => (reached === undefined ? "" : reached ? "yes" : "**no**");
	const lines = rows.map((row) => `| ${row.what} | ${row.found} | ${row.goal} | ${verdict(row)} |`);
	return [
		`## ${title}`,
		`\`npm run bench -- ${name}\`, ${machine()}`,
		["| what | found | goal | reached |", "|---|--:|--:|---|", ...lines].join("\n"),
		...notes,
	].join("\n\n");
}

function machine(): string {
	const [cpu] = cpus();
	const memory = Math.round(totalmem() / 2 ** 30);
	const load = loadavg()[0]?.toFixed(1);
	return `${cpus().length} × ${cpu?.model.trim()}, ${memory} GB, Node ${process.version}, load ${load} when it ended.`;
}

/** Replaces the part of one suite, and leaves the others. */
export function keepSuite(text: string): void {
	const before = existsSync(file) ? readFileSync(file, "utf8") : "";
	const [, ...parts] = before.split(/\n(?=## )/);
	const title = text.slice(0, text.indexOf("\n"));
	const others = parts.filter((part) => !part.startsWith(`${title}\n`));
	const all = [...others.map((part) => part.trim()), text].sort();
	writeFileSync(file, `${heading}\n\n${all.join("\n\n")}\n`);
}
