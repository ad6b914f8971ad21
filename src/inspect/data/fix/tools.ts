/** The tools that a row offers to the model, as each format declares them. */
import type { Turn } from "../layouts/turns.ts";
import { type Fields, isRecord, isText } from "../record.ts";
import { parse } from "./dialog.ts";

export interface ToolDefinition {
	name: string;
	description?: string;
	/** As JSON Schema. */
	parameters: unknown;
}

/** Undefined where one of them cannot be read. */
export function toolsOf(row: Fields, turns: readonly Turn[]): ToolDefinition[] | undefined {
	const config = isRecord(row.toolConfig) ? row.toolConfig.tools : undefined;
	const places = [row.tools, row.functions, config, ...turns.map(({ tools }) => tools)];
	const declared = places.flatMap(listOf).flatMap(unwrap);
	const read = declared.map(readTool);
	return read.includes(undefined) ? undefined : read.filter((tool) => tool !== undefined);
}

function listOf(given: unknown): unknown[] {
	if (given === undefined || given === null || given === "") return [];
	const value = isText(given) ? parse(given) : given;
	return Array.isArray(value) ? value : [value];
}

/** OpenAI, Bedrock and Gemini wrap a declaration, each in its own way. */
function unwrap(tool: unknown): unknown[] {
	if (!isRecord(tool)) return [tool];
	const declarations = tool.functionDeclarations ?? tool.function_declarations;
	return Array.isArray(declarations) ? declarations : [tool.function ?? tool.toolSpec ?? tool];
}

function readTool(tool: unknown): ToolDefinition | undefined {
	if (!isRecord(tool) || !isText(tool.name)) return undefined;
	const { name, description, parameters, input_schema: input, inputSchema: schema } = tool;
	const given = parameters ?? input ?? (isRecord(schema) ? (schema.json ?? schema) : undefined);
	return {
		name,
		...(isText(description) && { description }),
		parameters: given ?? { type: "object", properties: {} },
	};
}
