/** What stands under a key, if the object has it itself: a fact may be called `constructor`, which every object inherits. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
	Object.hasOwn(record, key) ? record[key] : undefined;
