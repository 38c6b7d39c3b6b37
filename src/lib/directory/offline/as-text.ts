const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words of anybody, written into a page as words. */
export const asText = (words: string): string => words.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
