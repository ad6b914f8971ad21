/** What may be read without trust. */

/** Characters of a text. */
export const mostCharacters = 1_000_000;
/** Bytes of such a text: one character takes up to three in UTF-8, and an emoji counts as two. */
export const mostTextBytes = 3 * mostCharacters;
/** Mappings and lists within each other. */
export const mostDepth = 32;
/**
 * Commas, brackets, colons, quotes, line ends and whatever else means something in YAML. To read one can
 * take 6 microseconds and 1.4 kB. The built-in rules have 12,000 of them, and a hundred answers some hundreds.
 */
export const mostMarks = 50_000;
/** The same for all files of a folder. */
export const mostMarksOfFolder = 100_000;
/** The same for all records of a document, which have 550 each where everything is known. */
export const mostMarksOfRecords = 300_000;
/** Files of a folder. */
export const mostFiles = 1_000;
