/** Values made small enough to be kept: of transcripts and events no reader takes anything. */
import type { Lean } from "../../io/json-values.ts";
import { fingerprint } from "./fingerprint.ts";
import { longestText, mostKept } from "./limits.ts";

/** Keys of what is large and says nothing of right and wrong. */
export const heavy: ReadonlySet<string> = new Set([
	"events",
	"attachments",
	"store",
	"trace",
	"spans",
	"timelines",
	"logprobs",
	"model_usage",
	"role_usage",
	"tokenUsage",
	"resps",
	"grader_samples",
	"base64_images",
]);

/** About how many bytes an object or list takes, besides its texts. */
const sizeOfNode = 40;

/** The function counts what it lets through, and refuses what would fill the memory. */
export function makeLean(): Lean {
	let kept = 0;
	return (value) => {
		const small = shrink(value, (size) => {
			kept += size;
		});
		return kept > mostKept
			? { why: "The files hold too much to be kept in memory; compare fewer at once." }
			: { value: small };
	};
}

function shrink(value: unknown, count: (size: number) => void): unknown {
	if (typeof value === "string") {
		const text =
			value.length > longestText ? `${value.slice(0, 200)}… ${fingerprint(value)}` : value;
		count(text.length);
		return text;
	}
	if (typeof value !== "object" || value === null) return value;
	count(sizeOfNode);
	if (Array.isArray(value)) return value.map((part) => shrink(part, count));
	// Messages of a sample are what its events tell again; elsewhere they are the question.
	const isSample = "epoch" in value;
	const entries = Object.entries(value).filter(
		([key]) => !heavy.has(key) && !(isSample && (key === "messages" || key === "output")),
	);
	return Object.fromEntries(entries.map(([key, part]) => [key, shrink(part, count)]));
}
