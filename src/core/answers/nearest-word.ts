import leven from "leven";

/** The allowed word that a misspelt one most likely meant, if any is near. */
export function nearest(word: string, allowed: Iterable<string>): string | undefined {
	const wanted = word.toLowerCase().slice(0, 64);
	let best: { word: string; distance: number } | undefined;
	for (const candidate of allowed) {
		const isPart =
			wanted.length > 2 && (candidate.startsWith(wanted) || candidate.split("-").includes(wanted));
		const distance = isPart ? 1 : leven(wanted, candidate);
		// Two of three letters is no slip of the fingers.
		const most = candidate.length > 3 ? 1 + candidate.length / 3 : 1;
		if (distance <= (best?.distance ?? most) - (best ? 1 : 0)) best = { word: candidate, distance };
	}
	return best?.word;
}

/** ` Did you mean x?`, or nothing. */
export function didYouMean(word: string, allowed: Iterable<string>): string {
	const near = nearest(word, allowed);
	return near === undefined ? "" : ` Did you mean ${near}?`;
}
