/** More digits than anybody measured, and fewer than show in which order a sum was added up. */
const digits = 12;

/** The same data for programs: 135, where adding up left 135.00000000000023. */
export function tidyNumbers<T>(value: T): T {
	// Each branch returns the shape that it was given; the compiler cannot see that.
	if (typeof value === "number") return Number(value.toPrecision(digits)) as T;
	if (Array.isArray(value)) return value.map((part) => tidyNumbers(part)) as T;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [key, tidyNumbers(part)]),
	) as T;
}
