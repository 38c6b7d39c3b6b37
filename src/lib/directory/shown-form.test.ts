import { expect, test } from 'vitest';
import { isTextKey } from '#lib/texts/translator.ts';
import { readAddress } from './search/address.ts';
import { audiences, fees, serviceKinds, welcomeModes } from './service.ts';
import { chipsOf } from './shown-form.ts';
import { categories, topics } from './topic.ts';

test('every code of the directory has its words', () => {
	const keys = [
		...audiences.map((code) => `audience.${code}`),
		...fees.map((code) => `fee.${code}`),
		...welcomeModes.map((code) => `mode.${code}`),
		...serviceKinds.map((code) => `kind.${code}`),
		...categories.map((code) => `category.${code}`),
		...topics.map((code) => `topic.${code}`),
	];
	expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
});

test('each chip leads to the same search without it, from its first page', () => {
	const filters = readAddress(
		new URLSearchParams('q=cv&lieu=Lens&public=jeunes&public=femmes&frais=gratuit&ouvert=oui&page=3'),
	);
	expect(chipsOf(filters)).toEqual([
		{ label: 'Femmes', href: '/trouver?q=cv&lieu=Lens&public=jeunes&frais=gratuit&ouvert=oui' },
		{ label: 'Jeunes', href: '/trouver?q=cv&lieu=Lens&public=femmes&frais=gratuit&ouvert=oui' },
		{ label: 'Gratuit', href: '/trouver?q=cv&lieu=Lens&public=femmes&public=jeunes&ouvert=oui' },
		{ label: 'Ouvert maintenant', href: '/trouver?q=cv&lieu=Lens&public=femmes&public=jeunes&frais=gratuit' },
	]);
});
