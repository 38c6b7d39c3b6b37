export type Theme = 'light' | 'dark';
export type Tokens = Readonly<Record<string, string>>;

/** Two tokens seen one on the other, and the least contrast WCAG 2.2 asks: 4.5 for text, 3 for edges and signs. */
export interface Pair {
	readonly front: string;
	readonly back: string;
	readonly least: 4.5 | 3;
}

const text = (front: string, ...backs: string[]): Pair[] =>
	backs.map((back) => ({ front, back, least: 4.5 }));
const edge = (front: string, ...backs: string[]): Pair[] => backs.map((back) => ({ front, back, least: 3 }));

/** Every pair the components use; a new one is added here before it is used. */
export const pairs: readonly Pair[] = [
	...text(
		'ink',
		'paper',
		'linen',
		'surface',
		'action-tint',
		'accent-tint',
		'person-tint',
		'lamp-tint',
		'sky',
	),
	...text('ink', 'ok-tint', 'attention-tint', 'danger-tint', 'info-tint'),
	...text('ink-soft', 'paper', 'linen', 'surface'),
	...text('action', 'paper', 'linen', 'surface', 'action-tint'),
	...text('action-strong', 'paper', 'linen', 'surface', 'action-tint'),
	...text('accent', 'paper', 'surface', 'accent-tint'),
	...text('person', 'paper', 'surface', 'person-tint'),
	...text('on-action', 'action', 'action-strong'),
	...text('on-accent', 'accent'),
	...text('on-lamp', 'lamp'),
	...text('on-danger', 'danger'),
	...text('ok', 'paper', 'surface', 'ok-tint'),
	...text('attention', 'paper', 'surface', 'attention-tint'),
	...text('danger', 'paper', 'surface', 'danger-tint'),
	...text('info', 'paper', 'surface', 'info-tint'),
	...edge('border', 'paper', 'linen', 'surface'),
	...edge('focus', 'glow', 'paper', 'linen', 'surface'),
];

const blocks = { light: "[data-theme='light'] {", dark: "\n\t[data-theme='dark'] {" } as const;

/** The colours of one theme, `{ ink: '#2a211a', … }`, read from the style sheet itself. */
export function tokensOf(css: string, theme: Theme): Tokens {
	return colours(css, css.indexOf(blocks[theme]));
}

/** The dark colours a device asks for by its own setting: the same as the chosen ones, or it is a fault. */
export const preferredDarkTokens = (css: string): Tokens =>
	colours(css, css.indexOf(':root:not([data-theme])'));

function colours(css: string, from: number): Tokens {
	const block = css.slice(from, css.indexOf('}', from));
	return Object.fromEntries(
		[...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
	);
}

/** WCAG 2.2's contrast ratio of two opaque colours (`#rrggbb`), from 1 to 21. */
export function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
		linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
	);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (channel: number): number =>
	channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
