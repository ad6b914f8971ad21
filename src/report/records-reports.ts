/** What each of the formats of `check` prints. */
import type { CheckedFiles } from "../core/check-record.ts";
import type { RecordsFormat } from "./records-formats.ts";
import { recordsGithub } from "./records-github.ts";
import { recordsJson } from "./records-json.ts";
import { recordsJunit } from "./records-junit.ts";
import { recordsMarkdown } from "./records-markdown.ts";
import { recordsText } from "./records-text.ts";
import type { Style } from "./style.ts";

const table = {
	text: recordsText,
	json: recordsJson,
	junit: recordsJunit,
	github: recordsGithub,
	markdown: recordsMarkdown,
} satisfies Record<RecordsFormat, (run: CheckedFiles, style: Style) => string>;

/** What a run found, without a line break at the end. */
export const printChecks = (format: RecordsFormat, run: CheckedFiles, style: Style): string =>
	table[format](run, style);
