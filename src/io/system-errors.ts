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
	EFBIG: "the file would be larger than is allowed here",
	ENAMETOOLONG: "the name is too long",
	ENODATA: "it is a pipe, and nothing is written to it",
	EBADF: "nothing is open there",
	EINVAL: "it cannot be written to",
	EDQUOT: "no more disk space is allowed here",
	ENOTDIR: "it is no folder, or lies below a file",
	ENXIO: "nothing reads from it",
	ELOOP: "its links lead in a circle",
	EMFILE: "too many files are open",
	ERR_INVALID_ARG_VALUE: "its name holds a NUL character",
};
