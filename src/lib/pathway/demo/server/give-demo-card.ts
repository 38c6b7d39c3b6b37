import { makeCode } from '#lib/person/server/make-code.ts';
import { choosePin } from '#lib/person/space/server/choose-pin.ts';
import { handOver } from '#lib/person/space/server/hand-over.ts';
import { actAs, actAtTheDoor } from '#lib/server/act.ts';
import type { Database } from '#lib/server/database.ts';
import { demoCard } from '../demo-card.ts';
import type { Story } from '../scene.ts';
import type { Cast } from './stage.ts';

/** Hands over the card that everybody who tries the demo may use, by the commands of its pages. */
export async function giveDemoCard(
	db: Database,
	{ actors }: Pick<Cast, 'actors'>,
	stories: readonly Story[],
	now: Date,
): Promise<void> {
	const lead = actors.get(stories.find(({ who }) => who.name === demoCard.holder)?.who.lead ?? '');
	if (!lead) throw new Error(`nobody of the demo leads ${demoCard.holder}`);
	const at = () => now;
	const token = await actAs(
		db,
		lead,
		at,
	)(async (act) => {
		const { id } = await act.tx
			.selectFrom('person')
			.select('id')
			.where('name', '=', demoCard.holder)
			.executeTakeFirstOrThrow();
		await makeCode(act, id, demoCard.code);
		return handOver(act, id, 'first');
	});
	const { pin } = demoCard;
	const here = { address: '127.0.0.1', device: '', local: true };
	await choosePin(actAtTheDoor(db, at), token, { pin, again: pin }, here);
}
