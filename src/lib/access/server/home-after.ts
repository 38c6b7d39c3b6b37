import type { Work } from '../../server/act.ts';
import { localPath } from '../local-path.ts';
import { workMenu } from '../work-menu.ts';
import { findSession } from './find-session.ts';
import type { OpenedSession } from './open-session.ts';

/** Where one goes once signed in: the page asked for, else the first page of one's work, else one's account. */
export async function homeAfter(
	door: Work,
	{ token }: OpenedSession,
	asked: string | null = null,
): Promise<string> {
	const back = localPath(asked, '');
	if (back) return back;
	const session = await findSession(door, token);
	const hat = session?.hat ?? null;
	return (hat?.organisationId && workMenu(hat)[0]?.href) || '/compte';
}
