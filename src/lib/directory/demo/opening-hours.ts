import type { Chance } from './chance.ts';

export type Rhythm =
	| 'office'
	| 'half-days'
	| 'weekly'
	| 'monthly'
	| 'library'
	| 'evenings'
	| 'always'
	| 'shop';

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr'] as const;
const mornings = ['08:30-12:00', '09:00-12:00', '09:00-12:30', '09:30-12:00'] as const;
const afternoons = ['13:30-16:30', '13:30-17:00', '14:00-17:00', '14:00-17:30', '14:00-18:00'] as const;

/** Opening hours in OpenStreetMap's syntax that an organisation of this rhythm might keep. */
export function openingHours(rhythm: Rhythm, chance: Chance): string {
	const rule = rules[rhythm](chance);
	return rhythm === 'always' || !chance.maybe(0.75) ? rule : `${rule}; PH off`;
}

const rules: Readonly<Record<Rhythm, (chance: Chance) => string>> = {
	office,
	'half-days': (chance) => {
		const open = inWeekOrder(chance.some(days, chance.int(1, 3)));
		const rule = `${open} ${chance.pick(chance.maybe(0.5) ? mornings : afternoons)}`;
		return chance.maybe(0.15) ? `Jan-Jul,Sep-Dec ${rule}` : rule;
	},
	weekly: (chance) => {
		const rule = `${chance.pick(days)} ${chance.pick(['09:30-11:30', '10:00-12:00', '14:00-16:00', '14:00-16:30', '17:30-19:30'])}`;
		return chance.maybe(0.4) ? `Jan-Jun,Sep-Dec ${rule}` : rule;
	},
	monthly: (chance) => {
		const day = chance.pick(days);
		return `${chance.pick([`${day}[1]`, `${day}[2]`, `${day}[1],${day}[3]`, `${day}[2],${day}[4]`])} ${chance.pick([...mornings, ...afternoons])}`;
	},
	library: (chance) =>
		chance.pick([
			'Tu,Fr 14:00-18:00; We,Sa 10:00-12:30,14:00-18:00',
			'Tu-Fr 10:00-12:00,14:00-18:00; Sa 10:00-17:00',
			'We,Sa 09:30-12:00,14:00-17:30; Fr 16:00-18:30',
			'Tu,Th 15:30-18:00; We 10:00-12:00,14:00-18:00; Sa 09:00-12:00',
			'Sep-Jun Tu-Sa 10:00-18:00; Jul-Aug Tu-Fr 09:00-13:00',
		]),
	evenings: (chance) => {
		const rule = `${inWeekOrder(chance.some(days, 2))} ${chance.pick(['17:30-19:30', '18:00-20:00', '18:30-20:30'])}`;
		return chance.maybe(0.5) ? `${rule}; Sa 09:30-12:00` : `Sep-Jun ${rule}`;
	},
	always: (chance) => chance.pick(['24/7', 'Mo-Su 17:00-09:00', 'Nov-Mar 18:00-08:00', '24/7']),
	shop: (chance) =>
		chance.pick([
			'Tu-Sa 10:00-12:00,14:00-18:00',
			'We,Fr,Sa 10:00-18:00',
			'Tu,Th 13:30-17:30; Sa 09:30-12:30',
			'Mo-Th 09:00-12:00,14:00-17:30; Fr 09:00-12:00',
			'We-Sa 14:00-18:30',
		]),
};

function office(chance: Chance): string {
	const morning = chance.pick(mornings);
	const afternoon = chance.pick(afternoons);
	const whole = `${morning},${afternoon}`;
	return chance.pick([
		`Mo-Fr ${whole}`,
		`Mo-Fr ${whole}`,
		`Mo-Th ${whole}; Fr ${morning}`,
		`Mo,Tu,Th,Fr ${whole}; We ${morning}`,
		`Mo ${afternoon}; Tu-Fr ${whole}`,
		`Mo-Fr ${whole}; Sa 09:00-12:00`,
		`Mo-Fr ${morning}, Mo-Fr ${afternoon} "sur rendez-vous"`,
	]);
}

const inWeekOrder = (some: readonly (typeof days)[number][]): string =>
	days.filter((day) => some.includes(day)).join(',');
