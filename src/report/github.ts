/**
 * Workflow commands, which GitHub shows beside the lines of a change:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */

export function annotation(
	name: string,
	properties: Record<string, string>,
	message: string,
): string {
	const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
	return `::${name} ${given.join(",")}::${escapeMessage(message)}`;
}

/** Older commands start with ##[ anywhere in a line, those of others with ##vso[ and the like. */
export const escapeMessage = (text: string): string =>
	text
		.replaceAll("%", "%25")
		.replaceAll("\r", "%0D")
		.replaceAll("\n", "%0A")
		.replaceAll(/##(?=[a-z]*\[)/gi, "## ");

const escapeProperty = (text: string): string =>
	escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
