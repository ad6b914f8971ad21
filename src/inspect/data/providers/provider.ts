/** What providers take, from rules/data/providers.yaml. */
import { join } from "node:path";
import * as z from "zod";
import { readText } from "../../../io/read-text.ts";
import { parseYaml } from "../../../io/yaml.ts";
import { formats } from "../findings/formats.ts";
import { marks } from "../layouts/marks.ts";

const count = () => z.int().min(0).optional();

const provider = z.strictObject({
	name: z.string(),
	checked: z.iso.date(),
	source: z.string(),
	takes: z.array(z.enum(formats.map(({ id }) => id))),
	"converts-to": z.enum(["chat", "gemini", "anthropic", "bedrock-converse"]),
	refuses: z.array(z.enum(marks)),
	"refuses-weighted-images": z.boolean().optional(),
	minimum: count(),
	good: count(),
	most: count(),
	"most-with-images": count(),
	"most-validation": count(),
	"least-bytes": count(),
	"most-bytes": count(),
	"only-json-lines": z.boolean().optional(),
	"tokens-of-row": count(),
});
export type Provider = z.infer<typeof provider>;

/** The same path from source and from the build. */
const file = join(import.meta.dirname, "../../../../rules/data/providers.yaml");
const builtFile = join(import.meta.dirname, "../../rules/data/providers.yaml");

/** The file ships with the package: what is wrong with it is a bug. */
export async function loadProviders(): Promise<Map<string, Provider>> {
	const name = "rules/data/providers.yaml";
	const own = await readText(import.meta.filename.endsWith(".ts") ? file : builtFile, name);
	const parsed = own.ok ? parseYaml(own.value, name) : own;
	if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
	return new Map(Object.entries(z.record(z.string(), provider).parse(parsed.value.value)));
}
