import { translate } from '#lib/texts/translator.ts';

/** « 17 h 30 », « 9 h », « minuit »: minutes since midnight, in a line that never breaks. */
export function clockTime(minutes: number): string {
	const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
	if (hour === 0 && minute === 0) return translate('time.midnight');
	return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${String(minute).padStart(2, '0')}`;
}
