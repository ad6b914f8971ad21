/** All that the core needs of its host: Node and browsers have it, and it does nothing to anybody. */
declare function structuredClone<T>(value: T): T;
