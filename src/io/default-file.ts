/** The answers file that is read without being named, when it is in the current folder. */
export const defaultFile = "should-i-finetune.yaml";
