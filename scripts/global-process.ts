/** The process that is there anyway: to ask Node for it as a module copies all that it has. */
export default process;
