import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress, writeAddress } from './address.ts';

const read = (address: string) => readAddress(new URLSearchParams(address));

test('an address says what is searched, near what, with which filters', () => {
	const address =
		'q=colis+alimentaire&lieu=Lens&rayon=10&public=familles&frais=gratuit&mode=sur-place&ouvert=oui&page=2';
	expect(read(address)).toMatchObject({
		words: 'colis alimentaire',
		place: 'Lens',
		radiusKm: 10,
		audiences: ['families'],
		fee: 'free',
		mode: 'on-site',
		openNow: true,
		page: 2,
	});
});

test('what makes no sense is left out, nothing fails', () => {
	const strange = read('rayon=1e9&page=-4&public=martiens&theme=x&lat=91&lon=abc&frais=cher&besoin=<script>');
	expect(strange).toEqual(read(''));
	expect(read(`q=${'a'.repeat(10_000)}`).words).toHaveLength(200);
	expect(read('page=1e9').page).toBe(500);
});

test('a position is kept to a hundred metres', () => {
	expect(read('lat=50.4291234&lon=2.8319876').point).toEqual({ latitude: 50.429, longitude: 2.832 });
});

test('any address comes back the same once read and written', () => {
	const names =
		'q lieu commune lat lon rayon besoin theme public frais mode ouvert accueil langue places page'.split(
			' ',
		);
	const values = [
		'gratuit',
		'jeunes',
		'numerique',
		'10',
		'2',
		'oui',
		'50.5',
		'-0.0001',
		'sur-place',
		'sans-condition',
		'ar',
	];
	const pair = fc.tuple(fc.constantFrom(...names), fc.oneof(fc.string(), fc.constantFrom(...values)));
	fc.assert(
		fc.property(fc.array(pair), (pairs) => {
			const once = readAddress(new URLSearchParams(pairs));
			expect(read(writeAddress(once))).toEqual(once);
		}),
	);
});
