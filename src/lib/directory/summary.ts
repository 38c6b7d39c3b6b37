const longest = 220;

/** A sentence or two of a description, for a list: whole sentences while they fit, else a cut between two words. */
export function summaryOf(description: string): string {
	const text = description
		.slice(0, 2000)
		.replace(/[*_#>`]+|\s+/g, ' ')
		.replace(/ +/g, ' ')
		.trim();
	if (text.length <= longest) return text;
	const start = text.slice(0, longest);
	const sentences = /^.*[.!?…](?=\s)/s.exec(start)?.[0];
	if (sentences && sentences.length >= 60) return sentences;
	return `${start.slice(0, Math.max(longest - 40, start.lastIndexOf(' '))).trimEnd()}…`;
}
