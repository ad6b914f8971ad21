/** The report as one page that needs nothing else. */
import { formatNumber } from "../../../core/answers/numbers.ts";
import { oneLine } from "../../../core/harmless.ts";
import { mapStrings } from "../../../report/clean.ts";
import { type Html, html, raw } from "../../../report/html/markup.ts";
import { css } from "../../../report/html/style.ts";
import type { DataReport } from "../findings/report.ts";
import {
	levelTitles,
	sayFeatures,
	sayFile,
	sayFinding,
	sayProvider,
	sayTokens,
	sayVerdict,
} from "./sentences.ts";

export function dataHtml(given: DataReport): string {
	const report = mapStrings(given, oneLine);
	const { files, labels, lengths, format } = report;
	const verdict = sayVerdict(report);
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Training data: ${verdict}</title>
<style>${raw(css)}</style>
</head>
<body>
<div class="sheet">
<main>
<header>
<p class="eyebrow">Training data</p>
<h1>${verdict}</h1>
<ul>${files.map((file) => html`<li>${sayFile(file, report)}</li>`)}</ul>
<p>${sayFeatures(report)} ${format.note}</p>
</header>
${block("Findings", findingList(report))}
${block("Providers and trainers", providerTable(report))}
${
	lengths.length > 0 &&
	block(
		"Row lengths, in characters",
		bars(
			"Characters of a row",
			lengths.map(({ from, to, rows }) => [`${formatNumber(from)}–${formatNumber(to)}`, rows]),
		),
	)
}
${
	labels &&
	block(
		"Most common answers",
		bars(
			"Answers",
			labels.labels.map(({ label, count }) => [label || "(empty)", count]),
		),
	)
}
${report.tokens && block("Tokens", html`<ul>${sayTokens(report).map((line) => html`<li>${line}</li>`)}</ul>`)}
</main>
</div>
</body>
</html>
`.html;
}

const block = (title: string, body: Html): Html => html`<section>
<h2>${title}</h2>
${body}
</section>`;

function findingList(report: DataReport): Html {
	if (report.findings.length === 0) return html`<p>No problems found.</p>`;
	const levels = (["error", "warning", "note"] as const).map((level) => ({
		level,
		list: report.findings.filter((finding) => finding.level === level),
	}));
	return html`${levels
		.filter(({ list }) => list.length > 0)
		.map(
			({ level, list }) => html`<h3>${levelTitles[level]}</h3>
<dl>${list.map(
				(finding) => html`<dt>${sayFinding(finding, report)}</dt>
<dd>${finding.why} ${finding.fix}</dd>
`,
			)}</dl>
`,
		)}`;
}

const providerTable = ({ providers }: DataReport): Html => html`<table>
<thead><tr><th scope="col">Provider</th><th scope="col">Usable examples</th><th scope="col">Note</th><th scope="col">Checked</th></tr></thead>
<tbody>
${providers.map(
	(provider) =>
		html`<tr><th scope="row">${provider.name}</th><td>${formatNumber(provider.examples)}</td><td>${sayProvider(provider)}</td><td>${provider.checked}</td></tr>
`,
)}</tbody>
</table>`;

const rowHeight = 26;
/** Of the width, for names on the left and numbers on the right. */
const [nameShare, numberShare] = [34, 12];
const longestName = 36;

/** Each bar has its name and number beside it: nothing is said by length alone. */
function bars(label: string, rows: readonly (readonly [name: string, count: number])[]): Html {
	const most = Math.max(1, ...rows.map(([, count]) => count));
	const height = rows.length * rowHeight;
	return html`<svg role="img" aria-label="${label}" width="100%" height="${height}" focusable="false">
${rows.map(([name, count], place) => {
	const y = place * rowHeight;
	const width = (count / most) * (100 - nameShare - numberShare);
	const shown = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
	return html`<text x="0" y="${y + 17}">${shown}</text>
<rect class="prompts" x="${nameShare}%" y="${y + 5}" width="${width.toFixed(2)}%" height="16"/>
<text x="${(nameShare + width + 1).toFixed(2)}%" y="${y + 17}">${formatNumber(count)}</text>
`;
})}</svg>`;
}
