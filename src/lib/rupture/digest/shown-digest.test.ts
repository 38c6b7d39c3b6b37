import { expect, test } from 'vitest';
import { ruleIds } from '../rule.ts';
import { sayDigest, sayRule, sayUrgent, type ToldPerson } from './shown-digest.ts';

const origin = 'https://passerelles.test';
const counts = { answers: 1, silences: 23, appointments: 2, agreements: 0, questions: 0, relays: 0 };
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const line = { level: 'attention', open: `${origin}/o`, later: `${origin}/l` } as const;
const people: ToldPerson[] = [
	{ since: '2026-11-20', alerts: [{ ...line, rule: 'R8', fresh: true, level: 'last-call' }] },
	{ since: '2026-11-21', alerts: [{ ...line, rule: 'R16', fresh: false }] },
];

test('the kinds that await her, then each silence with its two addresses', () => {
	const day = '2026-11-23';
	const { subject, text } = sayDigest({ day, counts, fresh: 3, people, more: 21, origin });
	expect(plain(subject)).toBe('Votre journée : 3 nouveautés');
	expect(plain(text)).toContain('- 1 demande attend une réponse\n- 23 alertes à regarder\n- 2 rendez-vous');
	expect(plain(text)).not.toContain('accord');
	expect(plain(text)).toContain(
		`1. Une personne, depuis le 20 novembre 2026\nNouveau. Dernier appel. Aucun échange récent.\n`,
	);
	expect(plain(text)).toContain(`\nAttention. Une date prévue est passée, sans nouvelles.\n`);
	expect(plain(text)).toContain(`Remettre à demain : ${origin}/l`);
	expect(plain(text)).toContain('21 autres alertes sont sur votre page');
});

test('what is urgent says how many', () => {
	expect(plain(sayUrgent(people, origin).subject)).toBe('Urgent : 2 alertes vous attendent');
	expect(plain(sayUrgent(people.slice(0, 1), origin).subject)).toBe('Urgent : une alerte vous attend');
});

const sensitive =
	/santé|\bsoin|hôpital|prison|justice|violence|séjour|titre|logement|dette|enfant|addict|handicap|emploi|formation|hébergement/i;

test('each rule has a sentence of its own, without any sensitive word', () => {
	const said = ruleIds.map(sayRule);
	expect(new Set(said).size).toBe(ruleIds.length);
	for (const sentence of said) {
		expect(sentence).not.toMatch(sensitive);
		expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
	}
});
