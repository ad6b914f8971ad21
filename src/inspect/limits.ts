/** What may be read of training data without trust. */

/** Bytes of one row: ten images of 10 MB as base64 do not fit, and no provider takes longer text. */
export const mostBytesOfRow = 64_000_000;

/** Characters of a row of CSV: a quote that is never closed is found after a second, and not a minute. */
export const mostCharactersOfTableRow = 8_000_000;

/** Values within each other; a tool's schema has about ten levels. */
export const mostDepth = 200;

/** Text compresses to a third or a tenth, and a row that repeats to a hundredth: beyond that it is a bomb. */
export const mostRatio = 250;
/** Below this many bytes even a bomb does no harm. */
export const leastBytesOfBomb = 64_000_000;

/** A file that has to be in memory as a whole: Parquet from a pipe, or one pretty-printed object. */
export const mostBytesInMemory = 256_000_000;

/** Rows of a Parquet group, which comes as a whole; pyarrow writes at most 1,048,576. */
export const mostRowsOfGroup = 1_100_000;
/** Bytes of a Parquet group once unpacked. */
export const mostBytesOfGroup = 512_000_000;

/** Files of a folder or pattern. */
export const mostFiles = 1_000;
