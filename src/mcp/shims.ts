/**
 * What the SDK takes from its platform; the build puts this in the place of its own. Its validator brings
 * ajv with it, 120 kB that only a server that shows forms has a use for.
 */
export { default as process } from "node:process";
export const DefaultJsonSchemaValidator = undefined;
