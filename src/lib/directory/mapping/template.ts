import { recent } from '#lib/time/recent.ts';

/** A piece of a template: words as they are, the place of a column, or a part that leaves when its columns are empty. */
export type Piece =
	| { readonly kind: 'words'; readonly words: string }
	| { readonly kind: 'column'; readonly name: string }
	| { readonly kind: 'part'; readonly pieces: readonly Piece[] };

const kept = recent<readonly Piece[] | null>(2000);

/**
 * The pieces of `{adresse}[, {code_postal} {ville}]`; null when a brace or a bracket is left open. Doubled signs, `{{`
 * or `[[`, stand for themselves.
 */
export function piecesOf(template: string): readonly Piece[] | null {
	const known = kept.get(template);
	if (known !== undefined) return known;
	const pieces = read(template);
	kept.set(template, pieces);
	return pieces;
}

const tokens = /\{\{|\}\}|\[\[|\]\]|\{[^{}]*\}|[[\]]|[^[\]{}]+|[{}]/g;

function read(template: string): readonly Piece[] | null {
	const whole: Piece[] = [];
	let part: Piece[] | undefined;
	for (const [token] of template.matchAll(tokens)) {
		if (token === '{' || token === '}') return null;
		if (token === '[') {
			if (part) return null;
			part = [];
		} else if (token === ']') {
			if (!part) return null;
			whole.push({ kind: 'part', pieces: part });
			part = undefined;
		} else (part ?? whole).push(pieceOf(token));
	}
	return part ? null : whole;
}

function pieceOf(token: string): Piece {
	if (/^(?:\{\{|\}\}|\[\[|\]\])$/.test(token)) return { kind: 'words', words: token.slice(1) };
	if (token.startsWith('{')) return { kind: 'column', name: token.slice(1, -1).trim() };
	return { kind: 'words', words: token };
}

/** Every column that a template names. */
export const namesIn = (pieces: readonly Piece[]): string[] =>
	pieces.flatMap((piece) => {
		if (piece.kind === 'column') return [piece.name];
		return piece.kind === 'part' ? namesIn(piece.pieces) : [];
	});

/** The text that a template gives; empty when none of its columns outside brackets says anything. */
export function filledIn(pieces: readonly Piece[], textOf: (name: string) => string): string {
	const names = pieces.flatMap((piece) => (piece.kind === 'column' ? [piece.name] : []));
	if (names.length > 0 && names.every((name) => textOf(name) === '')) return '';
	return pieces.map((piece) => written(piece, textOf)).join('');
}

function written(piece: Piece, textOf: (name: string) => string): string {
	if (piece.kind === 'words') return piece.words;
	if (piece.kind === 'column') return textOf(piece.name);
	const full = namesIn(piece.pieces).every((name) => textOf(name) !== '');
	return full ? piece.pieces.map((inner) => written(inner, textOf)).join('') : '';
}
