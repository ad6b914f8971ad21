import leven from "leven";

/** The allowed word that a misspelt one most likely meant, if any is near. */
export function nearest(word: string, allowed: Iterable<string>): string | undefined {
	const wanted = word.toLowerCase().slice(0, 64);
	let best: { word: string; distance: number } | undefined;
	for (const candidate of allowed) {
		const starts = wanted.length > 2 && candidate.startsWith(wanted);
		const distance = starts ? 1 : leven(wanted, candidate);
		if (distance <= (best?.distance ?? 1 + candidate.length / 3) - (best ? 1 : 0))
			best = { word: candidate, distance };
	}
	return best?.word;
}

/** ` Did you mean x?`, or nothing. */
export function didYouMean(word: string, allowed: Iterable<string>): string {
	const near = nearest(word, allowed);
	return near === undefined ? "" : ` Did you mean ${near}?`;
}
