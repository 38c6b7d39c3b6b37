import type { Chance } from './chance.ts';

/** Numbers that ARCEP keeps for works of fiction (decision 2018-0881): nobody answers there. */
export const landline = (rank: number): string => `+3335301${String(rank).padStart(4, '0')}`;
export const mobile = (rank: number): string => `+3363998${String(rank).padStart(4, '0')}`;
export const fictionalPhone = /^\+33(35301|63998)\d{4}$/;

/** `example.org` is reserved by RFC 2606: no mail ever leaves for it. */
export const domainOf = (slug: string): string => `${slug}.example.org`;

/** Fourteen digits whose key is wrong, and which begin as no SIRET does: it can belong to nobody. */
export function impossibleSiret(chance: Chance): string {
	const digits = `00000${String(chance.int(0, 99_999_999)).padStart(8, '0')}`;
	return `${digits}${(checkDigit(digits) + chance.int(1, 9)) % 10}`;
}

/** The key of Luhn that would make these digits a valid number. */
export function checkDigit(digits: string): number {
	const sum = [...digits].reverse().reduce((total, character, index) => {
		const digit = Number(character) * (index % 2 === 0 ? 2 : 1);
		return total + (digit > 9 ? digit - 9 : digit);
	}, 0);
	return (10 - (sum % 10)) % 10;
}

const firstNames = [
	'Aïcha',
	'Alain',
	'Amandine',
	'Bernard',
	'Camille',
	'Céline',
	'Christelle',
	'Damien',
	'Élodie',
	'Fatima',
	'Florence',
	'Grégory',
	'Hakim',
	'Isabelle',
	'Jérôme',
	'Karim',
	'Laetitia',
	'Ludovic',
	'Malika',
	'Maryse',
	'Mathilde',
	'Nicolas',
	'Odile',
	'Pascal',
	'Rachida',
	'Sandrine',
	'Stéphane',
	'Thierry',
	'Virginie',
	'Youssef',
] as const;
const lastNames = [
	'Ansart',
	'Bacquet',
	'Benhaddou',
	'Bouchart',
	'Caboche',
	'Carpentier',
	'Cocquempot',
	'Delplace',
	'Devos',
	'Dubrulle',
	'Duflos',
	'Fasquelle',
	'Gosselin',
	'Haddad',
	'Hennebelle',
	'Kowalczyk',
	'Lamarque',
	'Leclercq',
	'Macquet',
	'Mercier',
	'Nowak',
	'Pruvost',
	'Quenehen',
	'Ringot',
	'Sauvage',
	'Tellier',
	'Traoré',
	'Vasseur',
	'Wacheux',
	'Zielinski',
] as const;

export const contactName = (chance: Chance): string => `${chance.pick(firstNames)} ${chance.pick(lastNames)}`;
