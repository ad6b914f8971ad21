/** ShareGPT: `conversations` of `from` and `value`. */
import { type Fields, has, isRecords } from "../record.ts";
import { readChat } from "./chat.ts";
import type { Layout } from "./layout.ts";
import type { Mark } from "./marks.ts";
import { judgmentOf, judgments, likedBy } from "./messages.ts";
import { readShareGptTurn } from "./turns.ts";

const names = ["conversations", "conversation", "messages", "dialog"] as const;

const nameIn = (row: Fields): string | undefined =>
	names.find((name) => {
		const turns = row[name];
		return isRecords(turns) && turns.some((turn) => "from" in turn && "value" in turn);
	});

const known = new Set([...names, ...judgments, "chosen", "rejected"]);

function read(row: Fields, more: { better?: unknown; worse?: unknown; marks?: Mark[] } = {}) {
	const messages = row[nameIn(row) ?? ""] as Fields[];
	const marks = new Set<Mark>(more.marks);
	const turns = messages.map((turn) => readShareGptTurn(turn, marks));
	return readChat({ row, messages, turns, known, ...more, marks });
}

export const sharegptPreference: Layout = {
	id: "sharegpt-preference",
	keys: "conversations (from and value), chosen, rejected",
	fits: (row) => nameIn(row) !== undefined && has(row, "chosen") && has(row, "rejected"),
	read: (row) => read(row, { better: row.chosen, worse: row.rejected }),
};

export const sharegptKto: Layout = {
	id: "sharegpt-kto",
	keys: "conversations (from and value), kto_tag (true or false)",
	fits: (row) => nameIn(row) !== undefined && judgmentOf(row) !== undefined,
	read: (row) => read(row, { marks: likedBy(row) }),
};

export const sharegpt: Layout = {
	id: "sharegpt",
	keys: "conversations (a list of from and value)",
	fits: (row) => nameIn(row) !== undefined,
	read: (row) => read(row),
};
