import * as z from 'zod';
import { subjects } from '#lib/person/domain.ts';
import { mayTell, Once, oneOrNone, told } from '../typed.ts';

/** How she was really met or heard: alerts later count from it. */
export const contactWays = ['meeting', 'visit', 'phone', 'message', 'letter'] as const;

/** How many notes a page shows. */
export const notesPerPage = 20;

/** Who reads what is written: those who read the steps, or the author's organisation alone. */
const readers = {
	shared: z.enum(['yes', 'no'], { error: 'notes.shared-missing' }).transform((told) => told === 'yes'),
};

/** Under which agreement it is read besides: a sensitive subject has its own. */
const subject = { subject: oneOrNone(subjects, 'notes.subject-unknown') };

/** Choosing readers and a subject: for notes and for files. */
export const reading = { ...readers, ...subject };

/** A note as it is typed on a calendar day (YYYY-MM-DD, Paris): a real contact has a day, today unless told. */
export const newNote = (today: string) =>
	z
		.object({
			once: Once,
			words: told(20_000, 'notes.words-missing', 'notes.words-long'),
			...reading,
			contactWay: oneOrNone(contactWays, 'notes.way-unknown'),
			contactOn: mayTell(10, 'notes.day-unclear')
				.refine((day) => day === null || isDay(day), 'notes.day-unclear')
				.refine((day) => day === null || !isDay(day) || day <= today, 'notes.day-future'),
		})
		.transform((note) => ({ ...note, contactOn: note.contactWay && (note.contactOn ?? today) }));
export type NewNote = z.infer<ReturnType<typeof newNote>>;

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success && text > '1900';

/** Whether others may learn that it exists: what is private or sensitive stays out of the common timeline. */
export const isTold = ({ shared, subject: about }: Pick<NewNote, 'shared' | 'subject'>): boolean =>
	shared && about === null;
