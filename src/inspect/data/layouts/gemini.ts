/** Gemini and Vertex AI: `contents` with `parts`. */
import { type Fields, isRecord, isRecords } from "../record.ts";
import { readChat } from "./chat.ts";
import type { Layout } from "./layout.ts";
import type { Mark } from "./marks.ts";
import { readContent, type Turn, turnOf } from "./turns.ts";

const known = new Set([
	"contents",
	"systemInstruction",
	"system_instruction",
	"generationConfig",
	"labels",
	"safetySettings",
]);

export const gemini: Layout = {
	id: "gemini",
	keys: "contents (a list of role and parts), systemInstruction",
	fits: ({ contents }) => isRecords(contents) && contents.some(({ parts }) => Array.isArray(parts)),
	read(row) {
		const contents = row.contents as Fields[];
		const marks = new Set<Mark>();
		const turns = contents.map((content) => readTurn(content, marks));
		return readChat({ row, messages: contents, turns, marks, known });
	},
};

const roles: Record<string, Turn["role"]> = {
	user: "user",
	model: "assistant",
	function: "tool",
	tool: "tool",
};

function readTurn({ role, parts }: Fields, marks: Set<Mark>): Turn {
	const known = typeof role === "string" && Object.hasOwn(roles, role) ? roles[role] : undefined;
	const turn = turnOf(known);
	// One turn may do without a role: it is the user's.
	if (role === undefined) turn.role = "user";
	if (turn.role === undefined) marks.add("unknown-role");
	for (const part of Array.isArray(parts) ? parts : [])
		if (isRecord(part)) readContent([part], turn, marks);
	return turn;
}
