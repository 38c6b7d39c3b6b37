import pg from 'pg';
import { databaseAddress } from './database.ts';

export interface Follower {
	/** Stops listening. */
	close(): Promise<void>;
}

const soonest = 250;
const latest = 5000;

/**
 * Listens to the log of events. `onNews` is told the names of new events, and `null` each time the listening starts or
 * starts again: what happened meanwhile is then unknown, and the caller compares sequences.
 */
export function followEvents(url: string, onNews: (name: string | null) => void): Follower {
	let closed = false;
	let client: pg.Client | undefined;
	let retry: NodeJS.Timeout | undefined;

	const listen = async (wait: number): Promise<void> => {
		const next = new pg.Client({ connectionString: databaseAddress(url).href, keepAlive: true });
		const again = () => {
			if (closed || client !== next) return;
			client = undefined;
			retry = setTimeout(() => void listen(Math.min(latest, wait * 2)), wait);
		};
		client = next;
		next.on('error', again);
		next.on('end', again);
		next.on('notification', ({ payload }) => onNews(payload?.split(' ')[1] ?? null));
		try {
			await next.connect();
			await next.query('listen event');
			onNews(null);
			wait = soonest;
		} catch {
			again();
		}
	};
	void listen(soonest);

	return {
		close: async () => {
			closed = true;
			clearTimeout(retry);
			await client?.end().catch(() => {});
		},
	};
}
