/** Every layout, in the order in which they are tried: the first that fits is the row's. */
import type { Fields } from "../record.ts";
import { gemini } from "./gemini.ts";
import type { Layout } from "./layout.ts";
import {
	bedrockConverse,
	llamafactoryV1,
	llamafactoryV1Preference,
	messages,
	messagesKto,
	messagesPreference,
	openaiDpo,
} from "./messages.ts";
import {
	alpaca,
	alpacaKto,
	namedPairs,
	preference,
	promptCompletion,
	promptOnly,
	rewardList,
	stepwise,
	textLabel,
	unpairedKto,
	verl,
} from "./pairs.ts";
import { sharegpt, sharegptKto, sharegptPreference } from "./sharegpt.ts";
import { rawText, segments, tokenized, unknown } from "./texts.ts";

export const layouts: readonly Layout[] = [
	tokenized,
	openaiDpo,
	gemini,
	llamafactoryV1Preference,
	messagesPreference,
	messagesKto,
	bedrockConverse,
	llamafactoryV1,
	messages,
	sharegptPreference,
	sharegptKto,
	sharegpt,
	segments,
	stepwise,
	verl,
	preference,
	unpairedKto,
	promptCompletion,
	alpacaKto,
	rewardList,
	alpaca,
	namedPairs,
	textLabel,
	promptOnly,
	rawText,
	unknown,
];

export const layoutPlaceOf = (row: Fields): number => layouts.findIndex(({ fits }) => fits(row));
