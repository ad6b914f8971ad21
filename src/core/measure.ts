/** What a step uses: stable words, whatever its title says. */
export const measures = [
	"instructions",
	"examples",
	"retrieval",
	"structured-output",
	"repair-loop",
	"optimiser",
	"stronger-model",
	"smaller-model",
	"caching",
	"cascade",
	"tools",
	"code",
	"evals",
	"data",
	"teacher-data",
	"encoder",
	"pilot",
	"distil",
	"preference",
	"hosting",
	"gates",
	"forgetting",
	"trial",
	"keep",
] as const;

export type Measure = (typeof measures)[number];
