/** Which price a model name means. Never by the beginning of a name: `claude-sonnet-5-5` is not Sonnet 5. */
import { own } from "../own.ts";
import type { ModelPrice, PriceBook } from "./prices.ts";

export interface Matched {
	/** What the name was found as. */
	model: string;
	seller: string;
	/** All prices of the model, by day. */
	rows: ModelPrice[];
	/** Whether the name is that of a fine-tuned model. */
	isTuned: boolean;
	/** What the prices are multiplied by, where the region costs more. */
	region: number;
}

/** Routes of gateways and clouds, with the seller that sends the bill. */
const routes: { form: RegExp; seller?: string }[] = [
	{ form: /^(?:.*\/)?publishers\/[^/]+\/models\//, seller: "google" },
	{ form: /^accounts\/fireworks\/models\//, seller: "fireworks" },
	{ form: /^accounts\/[^/]+\/models\// },
	{ form: /^openrouter\// },
	{ form: /^openai\//, seller: "openai" },
	{ form: /^azure\//, seller: "openai" },
	{ form: /^bedrock\//, seller: "bedrock" },
	{ form: /^vertex_ai\//, seller: "google" },
	{ form: /^gemini\//, seller: "google" },
	{ form: /^google\//, seller: "google" },
	{ form: /^anthropic\//, seller: "anthropic" },
	{ form: /^mistral\//, seller: "mistral" },
	{ form: /^x-?ai\//, seller: "xai" },
	{ form: /^groq\//, seller: "groq" },
	{ form: /^fireworks_ai\//, seller: "fireworks" },
	{ form: /^models\// },
];

/** Bedrock charges a tenth more for a region than for its global profile. */
const regionalSurcharge = 1.1;
const bedrockName =
	/^(?:(us|eu|apac|jp|au|global)\.)?(anthropic|amazon|meta|mistral|openai|qwen)\.(.+)$/;

interface Parts {
	name: string;
	seller: string | undefined;
	isTuned: boolean;
	region: number;
}

export function matchModel(book: PriceBook, typed: string): Matched | undefined {
	const parts = partsOf(typed.trim().toLowerCase());
	const found = findRows(book, parts);
	return found && { ...found, isTuned: parts.isTuned, region: parts.region };
}

/** Takes a name apart: ARN, route, fine-tuned copy, region. */
export function partsOf(typed: string): Parts {
	const name = typed.startsWith("arn:") ? (typed.split(/[/]/).at(-1) ?? typed) : typed;
	const route = routes.find(({ form }) => form.test(name));
	const base = baseOf(route ? name.replace(route.form, "") : name);
	const bedrock = bedrockName.exec(base.name);
	if (!bedrock) return { ...base, seller: route?.seller, region: 1 };
	const [, area, maker, rest = ""] = bedrock;
	// Their prices are those of the global profile; what else Bedrock sells costs the same everywhere.
	const isGlobalPrice = maker === "anthropic" || rest.startsWith("nova-2");
	const region = isGlobalPrice && area !== "global" ? regionalSurcharge : 1;
	return { ...base, name: rest, seller: "bedrock", region };
}

/** `ft:BASE:org::id` and `BASE.ft-id` are fine-tuned copies. */
function baseOf(name: string): { name: string; isTuned: boolean } {
	if (name.startsWith("ft:")) return { name: name.split(":")[1] ?? "", isTuned: true };
	const place = name.indexOf(".ft-");
	return place < 0 ? { name, isTuned: false } : { name: name.slice(0, place), isTuned: true };
}

const dates = [/-v\d+:\d+$/, /@(?:\d{8}|default)$/, /-\d{4}-\d{2}-\d{2}$/, /-\d{8}$/];

/** The name as it is, then a known alias, then without a version and a date. */
function findRows(book: PriceBook, { name, seller }: Parts) {
	const bare = dates.reduce((rest, date) => rest.replace(date, ""), name);
	for (const candidate of [name, own(book.aliases, name), bare, own(book.aliases, bare)]) {
		const rows = book.prices.filter(({ model }) => model === candidate);
		if (candidate === undefined || rows.length === 0) continue;
		const at = (rows.find((row) => row.seller === seller) ?? rows[0])?.seller ?? "";
		return { model: candidate, seller: at, rows: rows.filter((row) => row.seller === at) };
	}
	return undefined;
}
