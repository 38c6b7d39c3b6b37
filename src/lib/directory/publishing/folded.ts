const [accented, plain] = ['àâäáãåçéèêëíìîïñóòôöõúùûüýÿ’', "aaaaaaceeeeiiiinooooouuuuyy'"];

/** Letters that a search takes for others, and what it takes them for: one for one, in lower case. */
export const foldedLetters = { accented, plain } as const;

/** A text without what a search does not look at: capitals and accents. */
export const folded = (text: string): string =>
	[...text.normalize('NFC').toLowerCase()]
		.map((letter) => {
			const rank = accented.indexOf(letter);
			return rank < 0 ? letter : (plain[rank] ?? letter);
		})
		.join('');

/** The words of a search, each to be found somewhere; at most ten. */
export const wordsOf = (search: string): string[] => folded(search).split(/\s+/).filter(Boolean).slice(0, 10);
