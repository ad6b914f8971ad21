/** Equal things have equal fingerprints, whatever the order of their keys. */
import { createHash } from "node:crypto";

export const fingerprint = (value: unknown): string =>
	createHash("sha256").update(ordered(value)).digest("hex").slice(0, 16);

function ordered(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(ordered).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${ordered(part)}`).join(",")}}`;
}
