/** A report on training data in each of its formats. */

import type { DataFormat } from "../../../report/formats.ts";
import { json } from "../../../report/json.ts";
import type { Style } from "../../../report/style.ts";
import type { DataReport } from "../findings/report.ts";
import type { ShownRow } from "../show-rows.ts";
import { dataGithub } from "./github.ts";
import { dataHtml } from "./html.ts";
import { dataMarkdown } from "./markdown.ts";
import { dataText } from "./text.ts";

type View = (report: DataReport, style: Style, shown: readonly ShownRow[]) => string;

const views: Record<DataFormat, View> = {
	text: dataText,
	markdown: dataMarkdown,
	json: (report, _, shown) => json(shown.length > 0 ? { ...report, shown } : report),
	html: dataHtml,
	github: dataGithub,
};

export const formatData = (
	report: DataReport,
	{ format, style, shown = [] }: { format: DataFormat; style: Style; shown?: readonly ShownRow[] },
): string => views[format](report, style, shown);
