/** A row in the format of a provider. */
import type { Example } from "../layouts/layout.ts";
import type { Turn } from "../layouts/turns.ts";
import type { Provider } from "../providers/provider.ts";

type Target = Provider["converts-to"];

/** Undefined where a plain chat cannot hold what the row has, such as tools or pictures. */
export function convert({ turns, marks }: Example, target: Target): object | undefined {
	if (!turns || ["tools", "images", "audio"].some((mark) => marks.has(mark as "tools")))
		return undefined;
	return writers[target](turns);
}

const isSystem = ({ role }: Turn): boolean => role === "system";
const systemOf = (turns: readonly Turn[]): string =>
	turns
		.filter(isSystem)
		.map(({ text }) => text)
		.join("\n\n");
const spoken = (turns: readonly Turn[]): readonly Turn[] => turns.filter((turn) => !isSystem(turn));

const writers: Record<Target, (turns: readonly Turn[]) => object> = {
	chat(turns) {
		const system = systemOf(turns);
		return {
			messages: [
				...(system ? [{ role: "system", content: system }] : []),
				...spoken(turns).map(({ role, text }) => ({ role, content: text })),
			],
		};
	},
	anthropic(turns) {
		const system = systemOf(turns);
		return {
			...(system && { system }),
			messages: spoken(turns).map(({ role, text }) => ({ role, content: text })),
		};
	},
	gemini(turns) {
		const system = systemOf(turns);
		return {
			...(system && { systemInstruction: { role: "system", parts: [{ text: system }] } }),
			contents: spoken(turns).map(({ role, text }) => ({
				role: role === "assistant" ? "model" : "user",
				parts: [{ text }],
			})),
		};
	},
	"bedrock-converse"(turns) {
		const system = systemOf(turns);
		return {
			schemaVersion: "bedrock-conversation-2024",
			...(system && { system: [{ text: system }] }),
			messages: spoken(turns).map(({ role, text }) => ({ role, content: [{ text }] })),
		};
	},
};
