/** Bars in both directions from zero: to the left for prompts, to the right for fine-tuning. */
import type { Decision } from "../../core/decision/decision.ts";
import type { Page } from "./page.ts";

/** Points, and the least and greatest that they can still become. */
export interface Bar {
	points: number;
	min: number;
	max: number;
}

/** A score as it counts in the total. */
export const weighted = ({ points, min, max, weight }: Decision["scores"][number]): Bar => ({
	points: points * weight,
	min: min * weight,
	max: max * weight,
});

interface Scale {
	/** Columns on each side of the middle. */
	half: number;
	/** Points that fill one side. */
	full: number;
}

/** The largest number of points that any of the bars can have: one scale for all, so that their lengths can be compared. */
export const fullOf = (bars: Bar[]): number =>
	Math.max(1, ...bars.flatMap(({ points, min, max }) => [points, min, max].map(Math.abs)));

/** Solid up to the points, light where they can still get to. */
export function formatBar(bar: Bar, scale: Scale, { symbols, side, faint }: Page): string {
	const left = armOf({ points: -bar.points, min: -bar.max, max: -bar.min }, scale);
	const right = armOf(bar, scale);
	const draw = ({ gap, solid, light }: Arm) => ({
		solid: symbols.solid.repeat(solid),
		light: faint(" ".repeat(gap) + symbols.light.repeat(light)),
		blank: " ".repeat(scale.half - solid - gap - light),
	});
	const [west, east] = [draw(left), draw(right)];
	const mirrored = faint(symbols.light.repeat(left.light) + " ".repeat(left.gap));
	return [
		west.blank,
		mirrored,
		side["prompt-engineering"](west.solid),
		symbols.axis,
		side["fine-tuning"](east.solid),
		east.light,
		east.blank,
	].join("");
}

interface Arm {
	solid: number;
	gap: number;
	light: number;
}

/** The part of a bar above zero, in columns from the middle outwards. */
function armOf({ points, min, max }: Bar, { half, full }: Scale): Arm {
	// What is not nothing is at least one column.
	const columns = (value: number) =>
		value <= 0 ? 0 : Math.max(1, Math.round((value / full) * half));
	const solid = columns(points);
	// The column of the least end belongs to the range, even where both ends are one.
	const start = Math.max(solid, columns(min) - 1);
	return { solid, gap: start - solid, light: Math.max(0, columns(max) - start) };
}
