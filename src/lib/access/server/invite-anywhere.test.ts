import { expect, test } from 'vitest';
import type { Mail } from '../../server/mail.ts';
import { goodPassword, newVisitor, sessionOf } from '../../testing/accounts.ts';
import { noon, world } from '../../testing/world.ts';
import { everywhere, inOrganisation, onTerritory, placeValue } from '../hat-place.ts';
import { openInvitedAccount } from './accept-invitation.ts';
import { announceInvitation } from './announce-invitation.ts';
import { findInvitation } from './find-invitation.ts';
import { findOrganisations, findTerritories } from './hat-places.ts';
import { listWaitingInvitations } from './invitations.ts';
import { InvitationAnywhere, inviteAnywhere } from './invite-anywhere.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const { db, door, operator, person, organisation, stranger } = await world();
const canal = await organisation('Maison du canal');
const ecluse = await organisation('Écluse des Métiers');
const marc = await person('Marc Obry', 'administrator');
const awa = await person('Awa Diallo', 'worker', canal.id);
await operator(({ tx }) =>
	tx
		.insertInto('territory')
		.values([
			{ kind: 'epci', code: '246200364', year: 2024, name: 'CA de Lens-Liévin (ancien nom)' },
			{ kind: 'epci', code: '246200364', year: 2025, name: 'CA de Lens-Liévin' },
			{ kind: 'region', code: '32', year: 2025, name: 'Hauts-de-France' },
			{ kind: 'department', code: '32', year: 2025, name: 'Gers' },
		])
		.execute(),
);
const origin = 'https://passerelles.test';
const lens = onTerritory('epci', '246200364');

type Typed = Partial<Record<'email' | 'role' | 'place', string>>;
const invite = (typed: Typed, by = marc) =>
	inviteAnywhere(
		{ actor: by.actor, act: by.act, door },
		InvitationAnywhere.parse({ role: 'coordinator', place: placeValue(lens), ...typed }),
		origin,
	);

async function mailFor(email: string): Promise<Mail> {
	const sent: Mail[] = [];
	const waiting = await marc.act(listWaitingInvitations);
	await announceInvitation(
		async (mail) => void sent.push(mail),
		{ invitationId: waiting.find((each) => each.email === email)!.id, origin },
		{ db, actor: marc.actor, now: () => noon },
	);
	return sent[0]!;
}

test('a coordinator is invited to a territory: the mail, the page and the hat say which', async () => {
	await invite({ email: 'thomas@exemple.test' });
	const { text } = await mailFor('thomas@exemple.test');
	expect(text).toContain('Marc Obry vous invite à agir sur le territoire CA de Lens-Liévin avec Passerelles');
	const [, token = ''] = /\/invitation\/([\w-]{43})\n/.exec(text) ?? [];
	expect(await findInvitation(door, token, newVisitor())).toMatchObject({ placeName: 'CA de Lens-Liévin' });
	const opened = await openInvitedAccount(
		door,
		token,
		{ name: 'Thomas Quéniart', newPassword: goodPassword },
		newVisitor(),
	);
	const { hat, hats } = await sessionOf(door, opened);
	expect(hat).toMatchObject({ role: 'coordinator', territoryKind: 'epci', territoryCode: '246200364' });
	expect(hats[0]?.place).toBe('CA de Lens-Liévin');
});

test('an administrator is invited to the whole platform, a worker to an organisation', async () => {
	await invite({ email: 'rose@exemple.test', role: 'administrator', place: placeValue(everywhere) });
	expect((await mailFor('rose@exemple.test')).text).toContain(
		'vous invite à rejoindre Passerelles, avec le rôle',
	);
	await invite({ email: 'lea@exemple.test', role: 'worker', place: placeValue(inOrganisation(ecluse.id)) });
	expect((await mailFor('lea@exemple.test')).text).toContain(
		'à rejoindre Écluse des Métiers sur Passerelles',
	);
});

test('a role goes only where it makes sense, and only to a place that exists', async () => {
	await expect(invite({ email: 'x@exemple.test', role: 'worker' })).rejects.toMatchObject({
		reason: 'access.place-needs-organisation',
	});
	await expect(invite({ email: 'x@exemple.test', place: 'partout' })).rejects.toMatchObject({
		reason: 'access.place-needed',
	});
	for (const place of [onTerritory('epci', '000000000'), inOrganisation(crypto.randomUUID())])
		await expect(invite({ email: 'x@exemple.test', place: placeValue(place) })).rejects.toMatchObject({
			reason: 'access.place-unknown',
		});
	expect(
		InvitationAnywhere.safeParse({ email: 'x@exemple.test', role: 'worker', place: 'ailleurs' }),
	).toMatchObject({
		success: false,
	});
});

test('nobody else invites anywhere, sees what waits nor withdraws it', async () => {
	await invite({ email: 'secret@exemple.test' });
	await expect(invite({ email: 'x@exemple.test' }, awa)).rejects.toMatchObject({
		reason: 'access.invite-not-administrator',
	});
	for (const work of [awa.act, stranger])
		expect(JSON.stringify(await work(listWaitingInvitations))).not.toContain('secret@');
	const { id } = (await marc.act(listWaitingInvitations)).find(
		({ email }) => email === 'secret@exemple.test',
	)!;
	await awa.act((act) => withdrawInvitation(act, { invitation: id }));
	expect((await marc.act(listWaitingInvitations)).some((each) => each.id === id)).toBe(true);
	await marc.act((act) => withdrawInvitation(act, { invitation: id }));
	expect((await marc.act(listWaitingInvitations)).some((each) => each.id === id)).toBe(false);
});

test('the same invitation twice is one; to another place it is another', async () => {
	await invite({ email: 'mina@exemple.test' });
	await invite({ email: 'mina@exemple.test' });
	await invite({ email: 'mina@exemple.test', place: placeValue(onTerritory('region', '32')) });
	const waiting = (await marc.act(listWaitingInvitations)).filter(
		({ email }) => email === 'mina@exemple.test',
	);
	expect(waiting.map(({ territory }) => territory).sort()).toEqual(['CA de Lens-Liévin', 'Hauts-de-France']);
});

test('places are found without accents, by number or by code', async () => {
	const organisations = (typed: string) => operator((act) => findOrganisations(act, typed, 8));
	expect((await organisations('ecluse')).map(({ name }) => name)).toEqual(['Écluse des Métiers']);
	expect((await organisations(canal.id)).map(({ name }) => name)).toEqual(['Maison du canal']);
	expect(await organisations("l'\\%_")).toEqual([]);
	const territories = async (typed: string) =>
		(await operator((act) => findTerritories(act, typed, 8))).map(({ name }) => name);
	expect(await territories('32')).toEqual(['Hauts-de-France', 'Gers']);
	expect(await territories('department:32')).toEqual(['Gers']);
	expect(await territories('lens-lievin')).toEqual(['CA de Lens-Liévin']);
});
