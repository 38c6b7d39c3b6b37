import { shownCommune } from '#lib/pathway/shown-sheet.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { type CommuneCandidate, findCommunes } from '#lib/territory/server/find-commune.ts';

/**
 * The code of the commune that was typed; nothing for nothing.
 * @throws Refusal 422 when there is none, or several: they are then named
 */
export async function typedCommune(act: Act, typed: string): Promise<string | null> {
	if (typed === '') return null;
	const found = await findCommunes(act, typed, 6);
	const sure = found.filter(({ match }) => match === 'exact' || match === 'code');
	const meant = currentOnes(sure.length > 0 ? sure : found);
	const [only] = meant;
	if (!only) throw new Refusal(422, 'person.commune-unknown', { typed });
	if (meant.length > 1) throw new Refusal(422, 'person.commune-several', { names: namesOf(meant) });
	return only.currentCode;
}

const currentOnes = (found: readonly CommuneCandidate[]): readonly CommuneCandidate[] => [
	...new Map(found.map((each) => [each.currentCode, each])).values(),
];

const namesOf = (found: readonly CommuneCandidate[]): string =>
	found.map(({ currentName, departmentCode }) => shownCommune(currentName, departmentCode)).join(', ');
