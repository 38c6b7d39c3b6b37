import { translate } from '#lib/texts/translator.ts';
import type { Problem } from '../formats/row.ts';
import { serviceFields, structureFields } from '../mapping/fields.ts';
import { nearest } from '../mapping/loose.ts';

/** Columns that a source may have. */
const columnsOf = {
	'data-inclusion': [...new Set([...Object.keys(structureFields), ...Object.keys(serviceFields)])],
	'france-services': [
		...[
			'id_fs',
			'insee_dep',
			'lib_fs',
			'adresse',
			'complement_adresse',
			'insee_com',
			'code_postal',
			'lib_com',
		],
		...[
			'latitude',
			'longitude',
			'mail',
			'telephone',
			'h_lundi',
			'h_mardi',
			'h_mercredi',
			'h_jeudi',
			'h_vendredi',
		],
		...['h_samedi', 'prise_rdv', 'commentaire', 'type_fs', 'format_fs', 'groupe_fs', 'labellisation_fs'],
	],
} as const;

const mostColumns = 1000;

/** Watches the columns of a file go by, and says which are another's name with a slip: their values are not read. */
export class MisspeltColumns {
	private readonly known: readonly string[];
	private readonly seen = new Set<string>();

	constructor(source: keyof typeof columnsOf) {
		this.known = columnsOf[source];
	}

	see(values: Readonly<Record<string, unknown>>): void {
		if (this.seen.size > mostColumns) return;
		for (const name of Object.keys(values)) this.seen.add(name);
	}

	notices(): Problem[] {
		const unread = this.known.filter((name) => !this.seen.has(name));
		return [...this.seen].flatMap((column) => {
			const near = this.known.includes(column) ? undefined : nearest(column, unread);
			if (near === undefined) return [];
			const problem = translate('mapping.row.misspelt', { column, near });
			return [{ line: 1, field: column, value: '', problem }];
		});
	}
}
