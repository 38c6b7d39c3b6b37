/**
 * The places, in a list of labels, of those in which every typed word begins a word: accents, capitals and
 * apostrophes apart. A label that begins as typed comes first; otherwise the order is kept. Nothing typed keeps all.
 */
export function matchLabels(labels: readonly string[], typed: string): readonly number[] {
	const sought = wordsOf(typed);
	const begins = (label: string): boolean => wordsOf(label).join(' ').startsWith(sought.join(' '));
	return labels
		.map((label, place) => ({ label, place }))
		.filter(({ label }) => sought.every((word) => wordsOf(label).some((each) => each.startsWith(word))))
		.sort((one, other) => Number(begins(other.label)) - Number(begins(one.label)))
		.map(({ place }) => place);
}

const wordsOf = (text: string): string[] =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
