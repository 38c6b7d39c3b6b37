import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Cell } from './cell.ts';

const ways: Readonly<Record<string, TextKey>> = {
	Fixe: 'imports.france-services.fixed',
	'Fixe_antenne(s)': 'imports.france-services.with-branches',
	Multisites: 'imports.france-services.several-places',
	Bus_équivalent: 'imports.france-services.bus',
	Itinérante: 'imports.france-services.itinerant',
};

const days = [
	['lundi', 'h_lundi'],
	['mardi', 'h_mardi'],
	['mercredi', 'h_mercredi'],
	['jeudi', 'h_jeudi'],
	['vendredi', 'h_vendredi'],
	['samedi', 'h_samedi'],
] as const;

/** What the place is in its network: its label, its group, whether it is a branch. */
export function describeOrganisation(cell: Cell): string {
	const [, day] = /(\d{2}\/\d{2}\/\d{4})/.exec(cell('labellisation_fs') ?? '') ?? [];
	const group = cell('groupe_fs');
	return sentences([
		day ? translate('imports.france-services.label', { day }) : null,
		cell('type_fs') === 'Antenne' ? translate('imports.france-services.branch') : null,
		group ? translate('imports.france-services.group', { group }) : null,
	]);
}

/** The help, how it is given there, and all that the line says in its own words. */
export function describeService(
	cell: Cell,
	{ otherEmails, unclearHours }: { otherEmails: readonly string[]; unclearHours: boolean },
) {
	const way = ways[cell('format_fs') ?? ''];
	const comment = readComment(cell('commentaire'));
	const email = otherEmails.join(', ');
	const hours = unclearHours ? rawHours(cell) : '';
	return {
		name: translate('imports.france-services.service'),
		description: sentences([
			translate('imports.france-services.help'),
			way ? translate(way) : null,
			comment ? translate('imports.france-services.comment', { comment }) : null,
			hours ? translate('imports.france-services.raw-hours', { hours }) : null,
			email ? translate('imports.france-services.other-emails', { email }) : null,
		]).slice(0, 10_000),
		mobilisationDetails:
			cell('prise_rdv') === 'Oui' ? translate('imports.france-services.appointment') : null,
	};
}

const sentences = (parts: readonly (string | null)[]): string =>
	parts.filter((part) => part !== null).join('\n');

/** Comments hold bytes of Windows-1252 written out, as in `\\xE9`, and sometimes nothing but a dot. */
function readComment(text: string | null): string | null {
	const plain = text
		?.replace(/\\x([0-9A-F]{2})/gi, (_, byte: string) =>
			windows1252.decode(Uint8Array.of(Number(`0x${byte}`))),
		)
		.replace(/[ \t\u00a0]+/g, ' ')
		.trim();
	return plain && /[\p{L}\d]/u.test(plain) ? plain : null;
}

const windows1252 = new TextDecoder('windows-1252');

const rawHours = (cell: Cell): string =>
	days.flatMap(([day, column]) => (cell(column) ? [`${day} ${cell(column)}`] : [])).join(' ; ');
