const connection = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH']);
/** PostgreSQL's own words for "stopping", "starting" and "no more room" (appendix A of its manual). */
const states = /^(57P0[1-5]|53300|08...)$/;
const driver =
	/^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/;

/** The database does not answer, for now: what was asked is to be tried again, not mended. */
export function isOutage(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	if (error instanceof AggregateError) return error.errors.some(isOutage);
	const { code, syscall } = error as NodeJS.ErrnoException;
	if (code === 'ENOENT') return syscall === 'connect';
	return (code !== undefined && (connection.has(code) || states.test(code))) || driver.test(error.message);
}
