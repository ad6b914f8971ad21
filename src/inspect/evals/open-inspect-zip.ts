/** An Inspect log as a ZIP file: what its `.json` form holds, without the samples' messages. */
import type * as fs from "node:fs/promises";
import { bad, good, type Problem, type Result } from "../../core/problems.ts";
import { type Lean, readJsonValues } from "../../io/json-values.ts";
import { listMembers, readMember, ZipFault, type ZipMember } from "../../io/zip-members.ts";
import { heavy } from "./lean.ts";
import { mostBytesOfMember, mostDepth } from "./limits.ts";
import { type Content, isFields } from "./source.ts";

export async function openInspectZip(
	handle: fs.FileHandle,
	file: string,
	lean: Lean,
): Promise<Result<Content>> {
	try {
		const members = await listMembers(handle);
		const parse = async (member: ZipMember) => parseMember(handle, member, { file, lean });
		const named = (name: string) => members.find((member) => member.name === name);
		const head = named("header.json") ?? named("_journal/start.json");
		if (!head) return bad(notInspect(file));
		const header = await parse(head);
		if (!header.ok) return header;
		// A log that was not finished has only what was added to its journal.
		const summaries = named("summaries.json");
		const journal = members.filter(({ name }) => /^_journal\/summaries\/\d+\.json$/.test(name));
		const samples: unknown[] = [];
		for (const member of summaries ? [summaries] : journal) {
			const part = await parse(member);
			if (!part.ok) return part;
			if (Array.isArray(part.value)) for (const sample of part.value) samples.push(sample);
		}
		const status = named("header.json") ? {} : { status: "started" };
		const reduced = named("reductions.json");
		const reductions = reduced && samples.length === 0 ? await parse(reduced) : good(undefined);
		if (!reductions.ok) return reductions;
		const whole = { ...(isFields(header.value) ? header.value : {}), ...status };
		return good({ kind: "value", value: { ...whole, samples, reductions: reductions.value } });
	} catch (error) {
		if (!(error instanceof ZipFault)) throw error;
		return bad(damaged(file, error.message));
	}
}

async function parseMember(
	handle: fs.FileHandle,
	member: ZipMember,
	{ file, lean }: { file: string; lean: Lean },
): Promise<Result<unknown>> {
	const bytes = await readMember(handle, member, mostBytesOfMember);
	const limits = { mostBytes: mostBytesOfMember, mostDepth, skips: heavy };
	const read = await readJsonValues(once(bytes), `${file}/${member.name}`, limits, lean);
	if (!read.ok) return read;
	// A member is written at once: one without an end is damaged.
	return read.value.cut ? bad(read.value.cut) : good(read.value.values[0]);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

const notInspect = (file: string): Problem => ({
	code: "no-evals",
	message: `${file} is a ZIP file, but not an Inspect log: it has no header.json.`,
	hint: "Unpack it and give the files in it.",
});

const damaged = (file: string, why: string): Problem => ({
	code: "bad-zip",
	message: `${file} ${why}.`,
	hint: "Copy the log again; after a crash, inspect log recover repairs it.",
});
