/** Points in time as tools write them, in one form: ISO 8601 in UTC. */
import { numberOf, textOf } from "./source.ts";

/** Before that there were no evals: smaller numbers are no seconds since 1970. */
const earliest = Date.UTC(2015, 0, 1);
const latest = Date.UTC(2100, 0, 1);

export function timeOf(value: unknown): string | undefined {
	const number = numberOf(value);
	if (number !== undefined) return inRange(number < 1e11 ? number * 1000 : number);
	const text = textOf(value)?.trim() ?? "";
	const parts =
		/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,3})\d*)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i.exec(
			text,
		);
	if (!parts) return undefined;
	const [, day, clock = "00:00", fraction = "0", zone = "Z"] = parts;
	// Without a zone it is taken for UTC: the same on every machine.
	const utc = /^(?:Z|UTC)$/i.test(zone) ? "Z" : zone.replace(/^(...):?(..)$/, "$1:$2");
	const seconds = clock.length === 5 ? `${clock}:00` : clock;
	return inRange(Date.parse(`${day}T${seconds}.${fraction.padEnd(3, "0")}${utc}`));
}

const inRange = (milliseconds: number): string | undefined =>
	milliseconds >= earliest && milliseconds < latest
		? new Date(milliseconds).toISOString()
		: undefined;

/** `results_2026-07-08T16-04-34.219874.json`, `test_run_20250102_030405.json`: the time in a name. */
export function timeInName(name: string): string | undefined {
	const [, day, hour, minute, second] =
		/(\d{4}-\d{2}-\d{2})(?:[T_ -](\d{2})[-:.]?(\d{2})[-:.]?(\d{2}))?/.exec(name) ??
		/(\d{8})_(\d{2})(\d{2})(\d{2})/.exec(name) ??
		[];
	if (day === undefined) return undefined;
	const date = day.includes("-") ? day : day.replace(/(....)(..)(..)/, "$1-$2-$3");
	return timeOf(hour === undefined ? date : `${date}T${hour}:${minute}:${second}`);
}
