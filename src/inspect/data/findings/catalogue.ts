/** Every finding: how bad it is, what it is called, why it matters and what to do about it. */

export type Level = "error" | "warning" | "note";

interface Entry {
	level: Level;
	/** What so many rows are; follows "12 rows ". */
	says: string;
	why: string;
	fix: string;
}

export const catalogue = {
	broken: {
		level: "error",
		says: "cannot be read",
		why: "A provider refuses the whole file for one line that is not JSON.",
		fix: "Fix or delete these lines. Each line must be one JSON object in UTF-8, with double quotes and no comments.",
	},
	"mixed-formats": {
		level: "error",
		says: "have another layout than the rest",
		why: "A trainer reads one layout and drops or refuses the other rows.",
		fix: "Convert these rows to the layout of the others, or put them in their own file.",
	},
	"unknown-format": {
		level: "error",
		says: "have a layout that no known trainer reads",
		why: "Without a known input and answer nothing can be trained on or checked.",
		fix: "Rename the keys, for example to prompt and completion.",
	},
	"no-text": {
		level: "error",
		says: "have no text",
		why: "There is nothing to learn from them.",
		fix: "Delete them, or check that the text is under the key that the format expects.",
	},
	"no-assistant": {
		level: "error",
		says: "have no assistant message",
		why: "The assistant message is what the model learns; providers refuse a row without one.",
		fix: "Add the answer as an assistant message, or delete the row.",
	},
	"ends-open": {
		level: "error",
		says: "do not end with an answer",
		why: "The last message is what the model learns to write, so it must be the assistant's.",
		fix: "Add the missing answer, or cut the row after the last assistant message.",
	},
	"unknown-role": {
		level: "error",
		says: "have a role that the format does not know",
		why: "Trainers drop such rows, some without a warning.",
		fix: "Rename the roles to those of the format.",
	},
	"role-order": {
		level: "error",
		says: "have messages in an order that providers refuse",
		why: "A chat starts with an optional system message and then the user.",
		fix: "Put the system message first and let the user speak next.",
	},
	"empty-answer": {
		level: "error",
		says: "have an empty answer",
		why: "The model learns to say nothing.",
		fix: "Fill in the answers or delete the rows. Check first whether the answer is under another key.",
	},
	"unanswered-call": {
		level: "error",
		says: "have a tool call without a result",
		why: "Providers refuse a chat that goes on before a tool call is answered.",
		fix: "Add the tool message with the same call id, or cut the row after the call.",
	},
	"bad-weight": {
		level: "error",
		says: "have a weight other than 0 or 1, or one on a message that is not the assistant's",
		why: "Providers take 0 and 1 on assistant messages only.",
		fix: "Set weight to 0 or 1 on assistant messages and remove it from the others.",
	},
	"same-answers": {
		level: "error",
		says: "prefer an answer to the same answer",
		why: "There is no difference to learn.",
		fix: "Delete these rows, or add the answer that was rejected.",
	},
	"uneven-lists": {
		level: "error",
		says: "have lists of different lengths that must match",
		why: "Tokens, masks and labels belong together one by one.",
		fix: "Make these rows again with the tool that wrote them.",
	},
	"no-reference": {
		level: "error",
		says: "have no reference for the grader",
		why: "Without a reference a grader cannot score the answer.",
		fix: "Add the reference answer under the key that your grader reads.",
	},
	"one-sided": {
		level: "warning",
		says: "are all judged the same",
		why: "KTO learns from the difference between good and bad answers.",
		fix: "Add rows with the other judgment.",
	},
	duplicates: {
		level: "warning",
		says: "repeat the input and answer of an earlier row",
		why: "Repeats count several times in training and make the set look larger than it is.",
		fix: "Keep one of each, unless you repeat them on purpose to give them more weight.",
	},
	"near-duplicates": {
		level: "warning",
		says: "are almost the same as another row",
		why: "They add little, and one in the training set and one in the test set make scores look too good.",
		fix: "Keep the best of each group.",
	},
	"same-input": {
		level: "warning",
		says: "share their input with a row that has another answer",
		why: "The model learns an average of answers that contradict each other. Wordings of one answer do no harm.",
		fix: "Read these rows. Keep the right answer where they contradict each other.",
	},
	leakage: {
		level: "error",
		says: "of the validation set are also in the training set",
		why: "The validation score then measures memory, and looks better than it is.",
		fix: "Delete them from the training set and measure again.",
	},
	"shared-inputs": {
		level: "error",
		says: "of the validation set have an input that is also in the training set, with another answer",
		why: "The model has seen the question, so its score on it means little.",
		fix: "Split the data by input, so that an input is in one set only.",
	},
	"near-leakage": {
		level: "warning",
		says: "of the validation set are almost the same as a training row",
		why: "The validation score then partly measures memory.",
		fix: "Delete the training rows that are almost the same, or split the data by source.",
	},
	"label-balance": {
		level: "warning",
		says: "have the most common answer",
		why: "A model that always gives this answer already reaches that score.",
		fix: "Add examples of the rare answers, and judge the model by the score of each answer.",
	},
	"long-rows": {
		level: "note",
		says: "are more than ten times as long as the median row",
		why: "Long rows cost most of the training budget and may be cut off.",
		fix: "Check that they are what you want to teach.",
	},
	secrets: {
		level: "error",
		says: "contain what looks like a key or token",
		why: "A model can repeat what it was trained on, to anyone who asks.",
		fix: "Revoke the keys, then replace them with placeholders.",
	},
	"personal-data": {
		level: "warning",
		says: "contain what looks like personal data",
		why: "A model can repeat it, and you need a legal basis to train on it.",
		fix: "Replace names, addresses and numbers with made-up ones, unless you may use them.",
	},
	placeholders: {
		level: "warning",
		says: "contain a template placeholder such as {{name}}",
		why: "The model learns to write the placeholder.",
		fix: "Fill the placeholders in before training.",
	},
	"not-utf8": {
		level: "warning",
		says: "are in a file that is not UTF-8",
		why: "Providers only take UTF-8.",
		fix: "Save the file as UTF-8: iconv -f UTF-16 -t UTF-8",
	},
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof catalogue;
export const codes = Object.keys(catalogue) as Code[];
