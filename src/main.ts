/** What the launcher needs. */
export { run } from "./cli.ts";
export { realWorld } from "./io/world.ts";
