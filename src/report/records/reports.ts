/** What each of the formats of `check` prints. */
import type { CheckedFiles } from "../../core/records/check-record.ts";
import type { RecordsFormat } from "../formats.ts";
import type { Style } from "../style.ts";
import { recordsGithub } from "./github.ts";
import { recordsJson } from "./json.ts";
import { recordsJunit } from "./junit.ts";
import { recordsMarkdown } from "./markdown.ts";
import { recordsText } from "./text.ts";

const table = {
	text: recordsText,
	json: recordsJson,
	junit: recordsJunit,
	github: recordsGithub,
	markdown: recordsMarkdown,
} satisfies Record<RecordsFormat, (run: CheckedFiles, style: Style) => string>;

/** What a run found, without a line break at the end. */
export const formatChecks = (format: RecordsFormat, run: CheckedFiles, style: Style): string =>
	table[format](run, style);
