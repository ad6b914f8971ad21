/** In the page nobody misspells a word: lists offer them. So the bundle needs no `leven`, and is all ours. */
export default (): number => Number.POSITIVE_INFINITY;
