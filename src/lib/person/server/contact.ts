import { languageName } from '#lib/directory/language-names.ts';
import type { Act } from '#lib/server/act.ts';

/** Who she is and how to reach her, in the reader's words; what nobody wrote is null. */
export async function readContact({ tx }: Act, personId: string) {
	const { language, ...contact } = await tx
		.selectFrom('person')
		.leftJoin('commune', 'commune.code', 'person.communeCode')
		.select([
			'phone',
			'email',
			'language',
			'interpreter',
			'birthYear',
			'commune.name as commune',
			'contactRule',
		])
		.where('person.id', '=', personId)
		.executeTakeFirstOrThrow();
	return { ...contact, language: language && languageName(language) };
}
export type Contact = Awaited<ReturnType<typeof readContact>>;
