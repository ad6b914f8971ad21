/** What a text may be that is read without trust. */
export const mostCharacters = 1_000_000;
export const mostDepth = 32;
