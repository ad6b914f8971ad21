/** The providers of rules/data/providers.yaml: flags need their names at every start. */
export const providerIds = [
	"openai",
	"azure",
	"together",
	"fireworks",
	"vertex",
	"bedrock",
	"nova",
	"mistral",
	"nebius",
	"trl",
	"axolotl",
	"llama-factory",
] as const;
export type ProviderId = (typeof providerIds)[number];
