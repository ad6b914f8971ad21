/** What the file system says against something, for people. */

/** Half a sentence, such as "permission is denied". What has no code is no refusal of the system but a bug. */
export function whyRefused(error: unknown): string {
	const { code } = error as NodeJS.ErrnoException;
	if (code === undefined) throw error;
	return reasons[code] ?? `the system says ${code}`;
}

const reasons: Record<string, string> = {
	ENOENT: "there is no such file",
	EISDIR: "it is a folder",
	EACCES: "permission is denied",
	EPERM: "permission is denied",
	EROFS: "the disk is read-only",
	ENOSPC: "the disk is full",
	EFBIG: "the file would exceed the size limit",
	ENAMETOOLONG: "the name is too long",
	ENODATA: "it is a pipe with no data",
	EBADF: "it is not open",
	EINVAL: "it cannot be written to",
	EDQUOT: "the disk quota is used up",
	ENOTDIR: "part of the path is not a folder",
	ENXIO: "no program reads from it",
	ELOOP: "its links form a loop",
	EMFILE: "too many files are open",
	ERR_INVALID_ARG_VALUE: "its name contains a NUL character",
};
