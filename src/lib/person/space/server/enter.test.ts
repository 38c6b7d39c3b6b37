import { expect, test } from 'vitest';
import { actAsPerson, actAtTheDoor } from '#lib/server/act.ts';
import { newVisitor } from '#lib/testing/accounts.ts';
import { type Followed, followed, share } from '#lib/testing/pathways.ts';
import { noon, world } from '#lib/testing/world.ts';
import { ChosenFact, chooseFact } from './choose-fact.ts';
import { choosePin, findHandOver } from './choose-pin.ts';
import { Entering, enter } from './enter.ts';
import { findOwnSession } from './find-own-session.ts';
import { GivingCard, giveCard } from './give-card.ts';
import { quit } from './quit.ts';
import { toldByCard } from './told-by-card.ts';

const here = await world();
const { door } = here;
const pin = '908172';

type Giver = Pick<Followed, 'personId' | 'worker'>;
const give = ({ worker, personId }: Giver, form: Record<string, string> = {}) =>
	giveCard({ act: worker.act, door }, personId, GivingCard.parse(form));
const choose = (token: string, chosen = pin) =>
	choosePin(door, token, { pin: chosen, again: chosen }, newVisitor());
const come = (form: Record<string, string>, card?: string) =>
	enter(door, { ...Entering.parse(form), card }, newVisitor());

/** Somebody whose first card was handed over, and its PIN chosen. */
async function withCard(name: string) {
	const someone = await followed(here, name);
	const card = await give(someone);
	await choose(card.handOver);
	return { ...someone, card };
}

const later = (minutes: number) => actAtTheDoor(here.db, () => new Date(noon.getTime() + minutes * 60_000));

test('card and PIN open all of her space, by letters or by the square; the card alone a reduced view', async () => {
	const { card, personId } = await withCard('Lila');
	const whole = await come({ letters: ` ${card.code.toLowerCase()} `, pin: '908 172' });
	expect(await findOwnSession(door, whole)).toMatchObject({
		personId,
		whole: true,
		sharedDevice: true,
		told: false,
	});
	const scanned = await come({ pin, own: 'on' }, card.token);
	expect(await findOwnSession(door, scanned)).toMatchObject({ personId, whole: true, sharedDevice: false });
	const alone = await come({}, card.token);
	expect(await findOwnSession(door, alone)).toMatchObject({ personId, whole: false });
});

test('a wrong PIN, a card that never was, a dead square: the same words', async () => {
	const { card } = await withCard('Awa');
	const refused = { status: 422, reason: 'own-space.not-right' };
	await expect(come({ letters: card.code, pin: '111222' })).rejects.toMatchObject(refused);
	await expect(come({ letters: 'ABCDEFGH', pin })).rejects.toMatchObject(refused);
	await expect(come({ pin }, 'a'.repeat(43))).rejects.toMatchObject(refused);
	await expect(come({ pin })).rejects.toMatchObject({ reason: 'own-space.card-missing' });
});

test('guessing her letters closes that door for a while, and never the square of her card', async () => {
	const { card } = await withCard('Nour');
	for (let tries = 0; tries < 5; tries++)
		await expect(come({ letters: card.code, pin: '111222' })).rejects.toMatchObject({ status: 422 });
	await expect(come({ letters: card.code, pin })).rejects.toMatchObject({ status: 429 });
	expect(await findOwnSession(door, await come({ pin }, card.token))).toMatchObject({ whole: true });
});

test('a visit ends after ten minutes without a request on a shared device, or when she leaves', async () => {
	const { card } = await withCard('Inès');
	const token = await come({ letters: card.code, pin });
	expect(await findOwnSession(later(10), token)).not.toBeNull();
	expect(await findOwnSession(later(21), token)).toBeNull();
	const other = await come({ letters: card.code, pin });
	await quit(door, other);
	expect(await findOwnSession(door, other)).toBeNull();
});

test('a hand-over tells who gives it, serves once, and dies after fifteen minutes', async () => {
	const someone = await followed(here, 'Maya');
	const card = await give(someone);
	expect(await door((act) => findHandOver(act, card.handOver))).toMatchObject({
		workerName: 'Awa Diallo',
		organisation: 'Mission locale de Maya',
	});
	await expect(choosePin(later(16), card.handOver, { pin, again: pin }, newVisitor())).rejects.toMatchObject({
		reason: 'own-space.hand-over-dead',
	});
	await expect(choose(card.handOver, '123456')).rejects.toMatchObject({ reason: 'own-space.pin-common' });
	await choose(card.handOver);
	await expect(choose(card.handOver, '908173')).rejects.toMatchObject({ reason: 'own-space.hand-over-dead' });
	await expect(come({ letters: card.code, pin: '908173' })).rejects.toMatchObject({ status: 422 });
});

test('a structure that she chose makes her a new card, with the fact that she chose; the old one is dead', async () => {
	const lila = await withCard('Léa');
	const ccas = await here.organisation('CCAS de Lens');
	const other = await here.person('Karim Petit', 'worker', ccas.id);
	const by = { personId: lila.personId, worker: other };
	await expect(give(by, { face: 'on' })).rejects.toMatchObject({ status: 422 });
	await share(lila, ccas.id, 1);
	await expect(give(by, { face: 'on' })).rejects.toMatchObject({ reason: 'person.card-no-question' });

	const her = actAsPerson(here.db, { personId: lila.personId, whole: true }, () => noon);
	const fact = ChosenFact.parse({ question: 'Le nom de mon chien ?', answer: 'Félix' });
	await her((act) => chooseFact(act, lila.personId, fact));
	const old = await come({ letters: lila.card.code, pin });
	await expect(give(by, { answer: 'felix' })).rejects.toMatchObject({ reason: 'person.card-face-missing' });
	await expect(give(by, { face: 'on', answer: 'Médor' })).rejects.toMatchObject({
		reason: 'own-space.fact-wrong',
	});
	const card = await give(by, { face: 'on', answer: ' FELIX ' });
	await choose(card.handOver, '775533');

	expect(await findOwnSession(door, old)).toBeNull();
	await expect(come({ letters: lila.card.code, pin })).rejects.toMatchObject({ status: 422 });
	expect(await findOwnSession(door, await come({ letters: card.code, pin: '775533' }))).toMatchObject({
		whole: true,
	});
	const seen = await her(({ tx }) =>
		tx.selectFrom('handOver').select(['workerName', 'knownBy']).orderBy('madeAt').execute(),
	);
	expect(seen).toContainEqual({ workerName: 'Karim Petit', knownBy: 'fact' });
});

test('a card alone tells when she is awaited and whom to call, and nothing else', async () => {
	const { personId } = await withCard('Zoé');
	const alone = actAsPerson(here.db, { personId, whole: false }, () => noon);
	expect(await alone(toldByCard)).toMatchObject({ startsAt: null, leadName: 'Awa Diallo' });
	for (const table of ['person', 'pathway', 'step', 'appointment', 'agreement', 'accessLog'] as const)
		expect(await alone(({ tx }) => tx.selectFrom(table).select('id').execute())).toEqual([]);
});
