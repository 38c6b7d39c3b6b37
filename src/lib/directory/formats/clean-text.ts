// C0 and C1 controls but tab and newline: no screen shows them, and the database refuses the first of them
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g;

/** Text without control characters, its newlines all alike, without space at its ends. HTML stays what it is: text. */
export const cleanText = (text: string): string =>
	text
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(controls, '')
		.trim();
