/** What the file system says against something, for people. */

/** Half a sentence, such as "permission is denied". What has no code is no refusal of the system but a bug. */
export function whyRefused(error: unknown): string {
	const { code } = error as NodeJS.ErrnoException;
	if (code === undefined) throw error;
	return reasons.get(code) ?? `the system says ${code}`;
}

const reasons = new Map([
	["ENOENT", "there is no such file"],
	["EISDIR", "it is a folder"],
	["EACCES", "permission is denied"],
	["EPERM", "permission is denied"],
	["EROFS", "the disk is read-only"],
	["ENOSPC", "the disk is full"],
	["ENAMETOOLONG", "the name is too long"],
	["ELOOP", "its links lead in a circle"],
	["ENOTDIR", "it is no folder, or lies below a file"],
	["ENXIO", "it is a socket or a device"],
	["EMFILE", "too many files are open"],
	["ERR_INVALID_ARG_VALUE", "its name holds a NUL character"],
]);
