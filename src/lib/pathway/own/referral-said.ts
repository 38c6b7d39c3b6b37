import type { TextKey } from '#lib/texts/catalogue.ts';

/** The life of a referral as she is told it: few words, each with what comes next. */
const said: Readonly<Record<string, TextKey>> = {
	'awaiting-person': 'own-space.help-state-yours',
	sent: 'own-space.help-state-sent',
	'under-review': 'own-space.help-state-sent',
	'info-needed': 'own-space.help-state-asked',
	accepted: 'own-space.help-state-accepted',
	'waiting-list': 'own-space.help-state-list',
	'in-progress': 'own-space.help-state-started',
	suspended: 'own-space.help-state-paused',
	refused: 'own-space.help-state-refused',
	redirected: 'own-space.help-state-refused',
	withdrawn: 'own-space.help-state-stopped',
	'declined-by-person': 'own-space.help-state-stopped',
	unanswered: 'own-space.help-state-silent',
	completed: 'own-space.help-state-ended',
	failed: 'own-space.help-state-ended',
};

export const sayReferral = (state: string): TextKey => said[state] ?? 'own-space.help-state-sent';

/** Whether she may say if it helped: once it ended, whichever way, with somebody on the other side. */
export const mayBeJudged = ({ state, helped }: { state: string; helped: string | null }): boolean =>
	helped === null && ['completed', 'failed', 'refused', 'redirected', 'unanswered'].includes(state);
