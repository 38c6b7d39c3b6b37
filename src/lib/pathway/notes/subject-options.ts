import { subjects } from '#lib/person/domain.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Option } from '#lib/ui/option.ts';

/** The sensitive subjects, and none. */
export const subjectOptions: readonly Option[] = [
	{ value: '', label: translate('notes.subject-none') },
	...subjects.map((value) => ({ value, label: translate(`notes.subject-${value}`) })),
];

/** Who reads what is written. */
export const readerOptions: readonly Option[] = [
	{ value: 'yes', label: translate('notes.shared-yes') },
	{ value: 'no', label: translate('notes.shared-no'), hint: translate('notes.shared-no-hint') },
];

/** The word of a subject as the database keeps it. */
export function subjectWord(subject: string | null): string | undefined {
	const known = subjects.find((each) => each === subject);
	return known && translate(`notes.subject-${known}`);
}
