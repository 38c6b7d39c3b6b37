import { chanceFrom } from './chance.ts';

const words = [
	'permis',
	'colis alimentaire',
	'impayés de loyer',
	'ordinateur',
	'français',
	'cv',
	'garde d’enfants',
	'',
	'logement',
	'dentiste',
	'violences',
	'vélo',
	'dettes',
	'formation',
	'papiers',
	'hébergement d’urgence',
];
const places = [
	'Lens',
	'Boulogne-sur-Mer',
	'Vervins',
	'62300',
	'Liévin',
	'',
	'Arras',
	'Calais',
	'Béthune',
].concat([
	'Hénin-Beaumont',
	'Saint-Omer',
	'Laon',
	'Soissons',
	'Saint-Quentin',
	'Hirson',
	'Lille',
	'Douai',
	'Amiens',
]);
const filters = ['', '&frais=gratuit', '&public=jeunes', '&rayon=50'];
const narrowings = [
	['', '&rayon=10', '&rayon=30', '&rayon=50', '&rayon=100'],
	['', '&frais=gratuit'],
	[
		'',
		...['jeunes', 'femmes', 'familles', 'salaries', 'etudiants', 'handicap'].map((slug) => `&public=${slug}`),
	],
	['', '&accueil=sans-condition'],
];

const addresses = (
	asked: readonly string[],
	around: readonly string[],
	narrowed: readonly string[],
): string[] =>
	asked.flatMap((q) =>
		around.flatMap((lieu) => narrowed.map((more) => `/trouver?${new URLSearchParams({ q, lieu })}${more}`)),
	);

/** 192 searches, with and without words, place and filters. */
export const someSearches: readonly string[] = addresses(words.slice(0, 8), places.slice(0, 6), filters);

/** 40,320 searches, none twice, in an order that is always the same. */
export function differentSearches(): string[] {
	const narrowed = narrowings.reduce((all, more) => all.flatMap((one) => more.map((other) => one + other)));
	const chance = chanceFrom(192);
	return addresses(words, places, narrowed)
		.map((address) => ({ address, rank: chance() }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ address }) => address);
}
