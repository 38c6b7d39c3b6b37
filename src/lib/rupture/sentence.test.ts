import { expect, test } from 'vitest';
import { isTextKey } from '#lib/texts/translator.ts';
import { type Alert, findAlerts } from './evaluate.ts';
import { foldAll } from './fold/fold-fact.ts';
import { ruleIds, ruleOf } from './rule.ts';
import { sayAlert, sayBecause } from './sentence.ts';
import { emptyState } from './state.ts';
import { generateFacts } from './testing/generated-world.ts';
import { Story } from './testing/story.ts';
import { defaultThresholds } from './thresholds.ts';

const nameOf = () => 'Le Rivage';
/** Spaces of every width are one: the typography of the texts is another test's. */
const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
const said = (told: Story, when: string, rule: string) => {
	const [alert] = told.alerts(when, rule);
	return alert ? [plain(sayAlert(alert, nameOf)), plain(sayBecause(alert, nameOf))] : [];
};
const story = () => new Story('2026-10-28').going('2026-10-28');

test('a silence: how long, and what to do; who has the next move', () => {
	const told = story().referred('2026-11-05');
	expect(said(told, '2026-11-09 12:00', 'R1')).toEqual([
		'Envoyée à Le Rivage il y a 2 jours ouvrés, sans réponse. Relancez, ou proposez une autre structure.',
		'Parce que la demande est partie le 5 novembre 2026 et que Le Rivage n’a pas encore répondu. (Règle R1 ; prochain pas : Le Rivage.)',
	]);
	expect(said(told, '2026-11-12 12:00', 'R1')[1]).toContain('prochain pas : l’encadrement de Le Rivage.');
});

test('a refusal without another way names its reason and the need', () => {
	const told = story()
		.referred('2026-11-02')
		.tell('2026-11-05', 'referral-moved', { referral: 'asked', state: 'refused', reason: 'capacity' });
	expect(said(told, '2026-11-06', 'R2')[0]).toBe(
		'Refus de Le Rivage (plus de place), aucune autre piste ouverte : la demande « logement » n’est portée par personne.',
	);
});

test('a silence of hers says the last exchange, and never blames', () => {
	const told = story().tell('2026-11-02', 'contact', { person: 'nadia', day: '2026-11-02', way: 'phone' });
	expect(said(told, '2027-01-03', 'R8')[0]).toBe(
		'Dernier échange il y a 62 jours (appel). Prenez des nouvelles.',
	);
	expect(said(story(), '2026-12-03', 'R8')[0]).toBe(
		'Aucun échange depuis le 28 octobre 2026, il y a 36 jours. Prenez des nouvelles.',
	);
});

test('what ends names what it is', () => {
	const told = story().tell('2026-10-28', 'ending-noted', {
		pathway: 'hers',
		ending: 'permit',
		what: 'residence-permit',
		day: '2027-01-15',
	});
	expect(said(told, '2026-11-18', 'R13')[0]).toBe(
		'Titre de séjour : fin dans 58 jours, le 15 janvier 2027, pas d’étape.',
	);
});

test('whoever may not know an organisation reads no name', () => {
	const [alert] = story().referred('2026-11-05').alerts('2026-11-10', 'R1');
	expect(alert && plain(sayAlert(alert, () => undefined))).toMatch(/^Envoyée à la structure il y a/);
});

const lives = (): Alert[] => {
	const facts = generateFacts({
		seed: 31,
		people: 600,
		factsEach: 40,
		from: '2026-01-05',
		until: '2026-11-23',
	});
	return findAlerts(foldAll(emptyState(), facts), defaultThresholds, Date.parse('2026-11-23T11:00:00Z'));
};

test('every alert of many lives has its sentence and its because, whole, and without an id', () => {
	const alerts = lives();
	expect(new Set(alerts.map(({ rule }) => rule)).size).toBeGreaterThan(17);
	for (const alert of alerts)
		for (const text of [sayAlert(alert, nameOf), sayBecause(alert, nameOf)]) {
			expect(text).not.toMatch(/[{}]|undefined|0000-4000|NaN/);
			expect(text).toMatch(/^[A-ZÀÉÊ0-9]/);
			expect(text).toMatch(/[.?!)]$/);
			expect(text).not.toMatch(/usager|bénéficiaire|dispositif|absentéis|refuse de/i);
		}
});

test('every rule has its two actions in words', () => {
	for (const rule of ruleIds)
		for (const action of ruleOf(rule).actions) expect(isTextKey(`rupture.action-${action}`)).toBe(true);
});
