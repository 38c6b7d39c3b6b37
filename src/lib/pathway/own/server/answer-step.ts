import * as z from 'zod';
import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findStep, hasOpenStep, updateStep } from '../../steps/server/steps.ts';
import { isOpenStep, walkTo } from '../../steps/step.ts';
import { whyNotMove } from '../../steps/step-policy.ts';
import { openOwnPathway } from './own-pathway.ts';

export const Answering = z.object({
	step: z.uuid(),
	version: z.coerce.number().int(),
	to: z.enum(['accepted', 'declined', 'done']),
});

/**
 * She says yes or no to a step, or that her own is done. The last open step of an active pathway stays until something
 * else is agreed: she says it to her lead worker instead.
 * @throws Refusal 404, 409 when it changed meanwhile, 422 when it cannot be
 */
export async function answerStep(
	act: Act,
	{ step: id, version, to }: z.output<typeof Answering>,
): Promise<void> {
	const pathway = await openOwnPathway(act);
	const step = await findStep(act, pathway.id, id);
	if (step.version !== version) throw new Refusal(409, 'steps.changed');
	refuseIf(whyNotMove({ voice: 'person' }, step, { to, at: act.at }), 422);
	const ends = !isOpenStep(to);
	await updateStep(act, step, {
		state: to,
		...(to === 'accepted' && { acceptedBy: 'person', acceptedAt: act.at }),
		endedAt: ends ? act.at : null,
	});
	if (ends && pathway.state === 'active' && !(await hasOpenStep(act, pathway.id)))
		throw new Refusal(422, 'own-space.step-last', { name: pathway.leadName });
	let from = step.state;
	for (const next of walkTo(step.state, to)) {
		await record(act, 'step.moved', pathway.id, { step: id, from, to: next });
		from = next;
	}
}
