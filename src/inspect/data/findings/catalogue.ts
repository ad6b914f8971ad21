/** Every finding: how bad it is, what it is called, why it matters and what to do about it. */

export type Level = "error" | "warning" | "note";

interface Entry {
	level: Level;
	/** What is counted. */
	title: string;
	why: string;
	fix: string;
}

export const catalogue = {
	"no-rows": {
		level: "error",
		title: "Files without rows",
		why: "There is nothing in them to train on or to check.",
		fix: "Check the export that wrote them, or leave them out.",
	},
	broken: {
		level: "error",
		title: "Rows that cannot be read",
		why: "A provider refuses the whole file for one line that is not JSON.",
		fix: "Fix or delete these lines. Each line must be one JSON object in UTF-8, with double quotes and no comments.",
	},
	"mixed-formats": {
		level: "error",
		title: "Rows with another layout",
		why: "A trainer reads one layout and drops or refuses the other rows.",
		fix: "Convert these rows to the layout of the others, or put them in their own file.",
	},
	"unknown-format": {
		level: "error",
		title: "Rows with a layout that no known trainer reads",
		why: "Without a known input and answer nothing can be trained on or checked.",
		fix: "Rename the keys, for example to prompt and completion.",
	},
	"no-text": {
		level: "error",
		title: "Rows without text",
		why: "There is nothing to learn from them.",
		fix: "Delete them, or check that the text is under the key that the format expects.",
	},
	"no-assistant": {
		level: "error",
		title: "Rows without an assistant message",
		why: "The assistant message is what the model learns; providers refuse a row without one.",
		fix: "Add the answer as an assistant message, or delete the row.",
	},
	"ends-open": {
		level: "error",
		title: "Rows that do not end with an answer",
		why: "The last message is what the model learns to write, so it must be the assistant's.",
		fix: "Add the missing answer, or cut the row after the last assistant message.",
	},
	"unknown-role": {
		level: "error",
		title: "Rows with an unknown role",
		why: "Trainers drop such rows, some without a warning.",
		fix: "Rename the roles to those of the format: system, user, assistant and tool in chats; system, human and gpt in ShareGPT; user and model in Gemini.",
	},
	"role-order": {
		level: "error",
		title: "Rows with messages in the wrong order",
		why: "A chat starts with an optional system message and then the user.",
		fix: "Put the system message first and let the user speak next.",
	},
	"empty-answer": {
		level: "error",
		title: "Empty answers",
		why: "The model learns to say nothing.",
		fix: "Fill in the answers or delete the rows. Check first whether the answer is under another key.",
	},
	"unanswered-call": {
		level: "error",
		title: "Tool calls without a result",
		why: "Providers refuse a chat that goes on before a tool call is answered.",
		fix: "Add the tool message with the same call id, or cut the row after the call.",
	},
	"bad-weight": {
		level: "error",
		title: "Wrong weights",
		why: "Providers take 0 and 1 on assistant messages only.",
		fix: "Set weight to 0 or 1 on assistant messages and remove it from the others.",
	},
	"same-answers": {
		level: "error",
		title: "Preferences for the same answer",
		why: "There is no difference to learn.",
		fix: "Delete these rows, or add the answer that was rejected.",
	},
	"uneven-lists": {
		level: "error",
		title: "Lists of different lengths",
		why: "Tokens, masks and labels belong together one by one.",
		fix: "Make these rows again with the tool that wrote them.",
	},
	"no-reference": {
		level: "error",
		title: "Rows without a reference for the grader",
		why: "Without a reference a grader cannot score the answer.",
		fix: "Add the reference answer under the key that your grader reads.",
	},
	"one-sided": {
		level: "warning",
		title: "Judgments that are all the same",
		why: "KTO learns from the difference between good and bad answers.",
		fix: "Add rows with the other judgment.",
	},
	duplicates: {
		level: "warning",
		title: "Duplicates",
		why: "Repeats count several times in training and make the set look larger than it is.",
		fix: "Keep one of each, unless you repeat them on purpose to give them more weight.",
	},
	"near-duplicates": {
		level: "warning",
		title: "Near duplicates",
		why: "They add little, and one in the training set and one in the test set make scores look too good.",
		fix: "Keep the best of each group.",
	},
	"same-input": {
		level: "warning",
		title: "Same input, different answers",
		why: "The model learns an average of answers that contradict each other. Wordings of one answer do no harm.",
		fix: "Read these rows. Keep the right answer where they contradict each other.",
	},
	leakage: {
		level: "error",
		title: "Validation rows that are also training rows",
		why: "The validation score then measures memory, and looks better than it is.",
		fix: "Delete them from the training set and measure again.",
	},
	"shared-inputs": {
		level: "error",
		title: "Validation inputs that are also training inputs",
		why: "The model has seen the question, so its score on it means little.",
		fix: "Split the data by input, so that an input is in one set only.",
	},
	"near-leakage": {
		level: "warning",
		title: "Validation rows that are almost training rows",
		why: "The validation score then partly measures memory.",
		fix: "Delete the training rows that are almost the same, or split the data by source.",
	},
	"label-balance": {
		level: "warning",
		title: "One answer is far more common",
		why: "A model that always gives this answer already reaches that score.",
		fix: "Add examples of the rare answers, and judge the model by the score of each answer.",
	},
	"long-rows": {
		level: "note",
		title: "Very long rows",
		why: "Long rows cost most of the training budget and may be cut off.",
		fix: "Check that they are what you want to teach.",
	},
	secrets: {
		level: "error",
		title: "Keys or tokens",
		why: "A model can repeat what it was trained on, to anyone who asks.",
		fix: "Revoke the keys, then replace them with placeholders.",
	},
	"personal-data": {
		level: "warning",
		title: "Personal data",
		why: "A model can repeat it, and you need a legal basis to train on it.",
		fix: "Replace names, addresses and numbers with made-up ones, unless you may use them.",
	},
	placeholders: {
		level: "warning",
		title: "Template placeholders",
		why: "The model learns to write the placeholder.",
		fix: "Fill the placeholders in before training.",
	},
	"in-house-terms": {
		level: "note",
		title: "Rows with words that are rare elsewhere",
		why: "A model may not know what these words mean; a glossary in the prompt explains them without fine-tuning.",
		fix: "Check whether a glossary in the prompt is enough.",
	},
	"not-utf8": {
		level: "warning",
		title: "Rows in a file that is not UTF-8",
		why: "Providers only take UTF-8.",
		fix: "Save the file as UTF-8: iconv -f UTF-16 -t UTF-8",
	},
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof catalogue;
export const codes = Object.keys(catalogue) as Code[];
