/** What may be read of eval files without trust. */

/** Files that are compared at once. */
export const mostFiles = 200;
/** Bytes of a file: logs with every message in them have some hundred MB. */
export const mostBytes = 2_000_000_000;
/** Bytes of one test in it, which is parsed as a whole: an agent's transcript has a few MB. */
export const mostBytesOfValue = 16_000_000;
/** Bytes of the list of results in an Inspect log, unpacked: 100,000 tests have less. */
export const mostBytesOfMember = 64_000_000;
/** Lists and objects within each other. */
export const mostDepth = 100;
/** Characters of a text that is kept as it is; of a longer one its start and its fingerprint. */
export const longestText = 20_000;
/** What is kept of all files together, in characters and about so many bytes of memory. */
export const mostKept = 100_000_000;
/** Rows of all files together. */
export const mostRows = 500_000;
/** Columns of a table; promptfoo writes seven for each prompt. */
export const mostColumns = 1_000;
/** Characters of a row of a table. */
export const mostCharactersOfRow = 4_000_000;
