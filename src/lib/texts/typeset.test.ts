import { expect, test } from 'vitest';
import { fr } from './catalogue.ts';
import cli from './fr/cli.json' with { type: 'json' };
import search from './fr/search.json' with { type: 'json' };
import ui from './fr/ui.json' with { type: 'json' };
import { isTextKey, translate } from './translator.ts';
import { typeset } from './typeset.ts';

test('a sign never begins a line', () => {
	expect(typeset('Attention : vide ? Oui ; non ! 5 % de 3 €')).toBe(
		'Attention\u00A0: vide\u00A0? Oui\u00A0; non\u00A0! 5\u00A0% de 3\u00A0€',
	);
	expect(typeset('Le mot « rien » suffit.')).toBe('Le mot «\u00A0rien\u00A0» suffit.');
});

test('what is put in a message is left alone, its syntax too', () => {
	expect(typeset('{a} : « {b} »')).toBe('{a}\u00A0: «\u00A0{b}\u00A0»');
	expect(typeset('{part, number, ::percent}')).toBe('{part, number, ::percent}');
});

test('an address and an hour keep their signs as they are', () => {
	expect(typeset('https://example.org/?a=b 9:30')).toBe('https://example.org/?a=b 9:30');
});

test('sentences of screens are typeset, those of terminals keep the spaces that one types', () => {
	const breakable = / [:;!?»](?!:)|« /;
	const screens = Object.keys({ ...search, ...ui }).filter(isTextKey);
	expect(screens.filter((key) => breakable.test(fr[key]))).toEqual([]);
	expect(translate('service.hours-raw', { hours: 'le soir' })).toBe('Horaires indiqués\u00A0: le soir');
	expect(
		Object.keys(cli)
			.filter(isTextKey)
			.some((key) => fr[key].includes('\u00A0')),
	).toBe(false);
});
