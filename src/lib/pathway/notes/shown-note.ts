import { shownInstant } from '#lib/access/shown-date.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { contactWays } from './note.ts';
import { subjectWord } from './subject-options.ts';

interface ReadNote {
	readonly id: string;
	readonly shared: boolean;
	readonly subject: string | null;
	readonly words: string;
	readonly contactOn: string | null;
	readonly contactWay: string | null;
	readonly writtenAt: Date;
	readonly authorName: string;
	readonly organisation: string;
}

/** A note as its page shows it. */
export const showNote = (note: ReadNote) => ({
	id: note.id,
	shared: note.shared,
	words: note.words,
	subject: subjectWord(note.subject),
	contact: contactTold(note),
	signed: translate('notes.by', {
		name: note.authorName,
		organisation: note.organisation,
		when: shownInstant(note.writtenAt),
	}),
});
export type ShownNote = ReturnType<typeof showNote>;

function contactTold({ contactOn, contactWay }: ReadNote): string | undefined {
	const way = contactWays.find((each) => each === contactWay);
	return way && contactOn ? translate(`notes.told-${way}`, { day: frenchDate(contactOn) }) : undefined;
}
