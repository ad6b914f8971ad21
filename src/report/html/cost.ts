/** What the ways cost: the table, the bill over the months, and what moves the break-even. */
import type { CostData } from "../../core/cost/cost-json.ts";
import { between, callCount, dollars, figures } from "../cost/amounts.ts";
import { type CostBrief, costBrief } from "../cost/brief.ts";
import { wayPhrases } from "../cost/names.ts";
import { capital } from "../words.ts";
import { type Html, html } from "./markup.ts";

export function costSection(comparison: CostData): Html {
	const brief = costBrief(comparison);
	return html`<p>${brief.headline}</p>
${wayTable(brief)}
${monthsPicture(comparison)}
${driversPicture(comparison)}
<ul>
${brief.lines.map(
	(line) => html`<li>${line}</li>
`,
)}</ul>`;
}

/** What moves when an answer changes; sources and drivers stand in the report. */
export function costOutcome(comparison: CostData): Html {
	const brief = costBrief(comparison);
	return html`<p>${brief.headline} ${brief.payback}</p>
${wayTable(brief)}
${monthsPicture(comparison)}
<p class="soft">By the price list as of ${comparison.asOf}; the report names its sources.</p>`;
}

const wayTable = ({ caption, rows }: CostBrief): Html => html`<div class="scroll"><table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Way</th><th scope="col">Usual</th><th scope="col">Lowest</th><th scope="col">Highest</th></tr></thead>
<tbody>
${rows.map(
	({
		name,
		cells,
	}) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody>
</table></div>`;

const share = (value: number): string => `${Number((100 * value).toFixed(2))}%`;

/** Two bills growing over the months, and where they cross. */
function monthsPicture(comparison: CostData): Html | undefined {
	const found = comparison.breakEven;
	const of = (id: string | undefined) => comparison.ways.find((way) => way.id === id);
	const [prompted, tuned] = [of(found?.against), of(found?.way)];
	if (!found || !prompted || !tuned) return undefined;
	const months = tuned.horizonMonths.usual;
	const start = tuned.oneOff.usual;
	const [rent, own] = [prompted.perMonth.usual, tuned.perMonth.usual];
	const [rentEnd, ownEnd] = [rent * months, start + own * months];
	const top = Math.max(rentEnd, ownEnd) || 1;
	const y = (cost: number) => 150 - (cost / top) * 120;
	const cross = rent > own ? start / (rent - own) : Number.POSITIVE_INFINITY;
	const says =
		cross <= months
			? `They cross ${cross < 1 ? "in the first month" : `after ${figures(cross)} months`}.`
			: `They do not cross within ${figures(months)} months.`;
	const names = [wayPhrases[found.against], wayPhrases[found.way]].map(capital);
	return html`<figure>
<svg class="months" role="img" aria-label="Total cost over ${figures(months)} months. ${names[0]}: ${dollars(rentEnd)}. ${names[1]}: ${dollars(ownEnd)}. ${says}" width="100%" height="170" focusable="false">
<line class="axis" x1="0" x2="100%" y1="150" y2="150"/>
<line class="prompts" x1="0" x2="100%" y1="150" y2="${y(rentEnd).toFixed(1)}"/>
<line class="tuning" x1="0" x2="100%" y1="${y(start).toFixed(1)}" y2="${y(ownEnd).toFixed(1)}"/>
${cross <= months && html`<circle class="now" cx="${share(cross / months)}" cy="${y(rent * cross).toFixed(1)}" r="5"/>`}
<text x="0" y="166">now</text><text x="100%" y="166" text-anchor="end">${figures(months)} months</text>
</svg>
<figcaption>Total cost from now on, usual figures, in US dollars. <span class="prompts">${names[0]}</span>: ${dollars(rentEnd)} after ${figures(months)} months. <span class="tuning">${names[1]}</span>: ${dollars(ownEnd)}, ${dollars(start)} of it at the start. ${says}</figcaption>
</figure>`;
}

/** A bar for each uncertain amount, from the best break-even to the worst; what never pays runs to the edge. */
function driversPicture(comparison: CostData): Html | undefined {
	const { drivers, breakEven } = comparison;
	if (drivers.length === 0) return undefined;
	const finite = drivers
		.flatMap(({ requestsPerMonth: { low, high } }) => [low, high])
		.concat(breakEven?.requestsPerMonth.usual ?? 0)
		.filter(Number.isFinite);
	const most = Math.max(1, ...finite) * 1.1;
	const x = (calls: number) => Math.min(1, calls / most);
	return html`<h3>What moves the break-even most</h3>
<ul class="drivers">
${drivers.map(({ says, unit, value, requestsPerMonth: { low, high } }) => {
	const [from, to] = [x(low), x(high)];
	return html`<li>${capital(says)}, ${between(value, unit)}: ${callCount(low)} to ${callCount(high)} calls a month
<svg width="100%" height="14" aria-hidden="true" focusable="false"><rect class="reach" x="0" width="100%" y="5" height="4"/><rect class="tuning" x="${share(from)}" width="${share(Math.max(0.005, to - from))}" y="1" height="12"/></svg></li>
`;
})}</ul>`;
}
