import type { Work } from '#lib/server/act.ts';
import { sheetLanguage } from '#lib/texts/sheet.ts';
import { findServicesById } from '../../server/services.ts';
import { type ShownSheet, showSheet } from '../shown-sheet.ts';

/** Services of one sheet at most: beyond, nobody carries the paper. */
export const mostOnSheet = 30;

/** The sheet of these services, in the language that the address asks for. */
export const sheetOf = (act: Work, ids: readonly string[], params: URLSearchParams): Promise<ShownSheet> =>
	act(async (here) =>
		showSheet(
			await findServicesById(here, ids.slice(0, mostOnSheet)),
			sheetLanguage(params.get('langue')),
			here.at,
		),
	);

/** What the choice of another language carries along. */
export const keptBySheet = (params: URLSearchParams): [string, string][] =>
	[...params].filter(([name]) => name !== 'langue').slice(0, 40);
