/** Columns of several runs beside each other: `score_match_x` and `score_match_y` are one result of two runs. */

/** One run's column of a result. */
interface Side {
	at: number;
	metric: string;
	/** What tells it from the one beside it. */
	label: string;
}

const usual =
	"x|y|a|b|before|after|base|baseline|tuned|finetuned|fine_tuned|prompt|prompted|old|new|control|treatment";
const suffix = new RegExp(`^(.+?)[_. -](${usual})$`, "i");
const prefix = new RegExp(`^(${usual})[_. -](.+)$`, "i");

/**
 * @param columns with results
 * @param rankOf how well a name fits a result: the least is the best
 */
export function sideBySide(
	header: readonly string[],
	columns: readonly number[],
	rankOf: (name: string) => number,
): Side[] | undefined {
	const groups = new Map<string, Side[]>();
	for (const at of columns) {
		const { stem, label } = usualSide(header[at] as string) ?? {};
		if (stem === undefined || label === undefined) continue;
		groups.set(stem, [...(groups.get(stem) ?? []), { at, metric: stem, label }]);
	}
	const own = [...groups.values()].filter((group) => group.length > 1);
	const found = own.length > 0 ? own : byAnswers(header, columns);
	return found.toSorted((a, b) => rankOf(a[0]?.metric ?? "") - rankOf(b[0]?.metric ?? ""))[0];
}

function usualSide(name: string): { stem: string; label: string } | undefined {
	const [, start, end] = suffix.exec(name) ?? [];
	if (start !== undefined && end !== undefined) return { stem: start, label: end };
	const [, label, stem] = prefix.exec(name) ?? [];
	return label === undefined || stem === undefined ? undefined : { stem, label };
}

/** What a system's answers are called. */
const answers = /(?:^|[_. -])(?:answer|response|output|prediction|completion)s?(?:$|[_. -])/i;

/**
 * Names that are no usual ones tell a run where each has a column of answers, too: `hyde_responses` and
 * `hyde_sas` beside `plain_responses` and `plain_sas`. Without it `retrieval_f1` and `answer_f1` would be runs.
 */
function byAnswers(header: readonly string[], columns: readonly number[]): Side[][] {
	const byStem = new Map<string, Side[]>();
	for (const [at, name] of header.entries())
		for (const { index } of name.matchAll(/[_. -]/g)) {
			const [start, end] = [name.slice(0, index), name.slice(index + 1)];
			for (const [stem, metric, label] of [
				[`* ${end}`, end, start],
				[`${start} *`, start, end],
			] as const)
				byStem.set(stem, [...(byStem.get(stem) ?? []), { at, metric, label }]);
		}
	const labelsOf = (sides: readonly Side[]) => sides.map(({ label }) => label).join("\n");
	const several = [...byStem].filter(([, sides]) => sides.length > 1);
	const answered = new Set(
		several.flatMap(([stem, sides]) =>
			answers.test(stem) && !sides.some(({ at }) => columns.includes(at)) ? [labelsOf(sides)] : [],
		),
	);
	return several
		.map(([, sides]) => sides)
		.filter(
			(sides) => sides.every(({ at }) => columns.includes(at)) && answered.has(labelsOf(sides)),
		)
		.sort((a, b) => (b[0]?.metric.length ?? 0) - (a[0]?.metric.length ?? 0));
}
