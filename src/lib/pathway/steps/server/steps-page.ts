import { pathwayRead } from '#lib/pathway/server/relation.ts';
import { domains } from '#lib/person/domain.ts';
import { logAccess } from '#lib/person/server/access-log.ts';
import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { showStep } from '../shown-step.ts';
import type { Mover } from '../step-policy.ts';
import { listGoals } from './goals.ts';
import { listSteps } from './steps.ts';

/** What the page of goals and steps shows; `focus` is the step one is about to move. */
export async function openStepsPage(act: Act, pathwayId: string, focus: string | null) {
	const { pathway, relation } = await pathwayRead(act, pathwayId);
	await logAccess(act, pathway.personId, 'pathway');
	const writes = relation.writes && pathway.state !== 'closed';
	const mover: Mover = { voice: 'worker', hatId: act.actor.hat?.id ?? '', leads: relation.leads };
	const goals = await listGoals(act, pathwayId);
	const steps = (await listSteps(act, pathwayId)).map((step) =>
		showStep(step, act.at, writes ? mover : null),
	);
	return {
		id: pathwayId,
		writes,
		leads: relation.leads,
		leadName: pathway.leadName,
		goals: goals.map((goal) => ({ ...goal, domainLabel: translate(`grid.${domainOf(goal.domain)}`) })),
		steps,
		focus: steps.find(({ id }) => id === focus) ?? null,
		lastOpen: pathway.state === 'active' && steps.filter(({ open }) => open).length === 1,
		today: dayOf(act.at),
		furthest: addDays(dayOf(act.at), 90),
		owners: ownersFor(act, pathway),
	};
}

const domainOf = (domain: string) => domains.find((each) => each === domain) ?? 'links';

/** Who can be told to move a step: never a third party, who did not accept it. */
function ownersFor({ actor }: Act, { leadHatId, leadName }: { leadHatId: string; leadName: string }) {
	const ours = [
		{ value: 'me', label: translate('steps.owner-me') },
		{ value: 'person', label: translate('steps.owner-person') },
	];
	if (leadHatId === actor.hat?.id) return ours;
	return [...ours, { value: 'lead', label: translate('steps.owner-lead', { name: leadName }) }];
}
