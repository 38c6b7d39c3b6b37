import { IntlMessageFormat } from 'intl-messageformat';
import type { Plugin } from 'vite';
import { fr } from '../src/lib/texts/catalogue.ts';

const catalogue = /\/src\/lib\/texts\/catalogue\.ts$/;
const ours = /\/src\/(?!lib\/texts\/).*\.(ts|svelte)$/;
const texts: Readonly<Record<string, string>> = fr;

/**
 * Sends to the browser the sentences that its modules name, and no other: the catalogue grows with the house, pages do
 * not. Sentences with arguments leave already parsed, so that the parser stays here. A key that comes from the server,
 * which no module of the browser names, is to be translated there.
 */
export const textsForBrowser = (): Plugin => ({
	name: 'texts-for-browser',
	apply: 'build',
	applyToEnvironment: ({ name }) => name === 'client',
	enforce: 'pre',
	async resolveId(id, from) {
		if (id !== '@formatjs/icu-messageformat-parser') return null;
		return this.resolve(`${id}/no-parser.js`, from, { skipSelf: true });
	},
	load: { filter: { id: catalogue }, handler: () => 'export const fr = {};' },
	transform: {
		order: 'post',
		filter: { id: ours },
		handler(code) {
			const named = keysNamed(this.parse(code));
			if (named.length === 0) return null;
			const sentences = JSON.stringify(
				Object.fromEntries(named.map((key) => [key, ready(texts[key] ?? '')])),
			);
			return {
				code: `${code}\nimport { fr as __texts } from '#lib/texts/catalogue.ts';\nObject.assign(__texts, ${sentences});`,
				map: null,
			};
		},
	},
});

/** As the translator takes it: the sentence itself when nothing is put in it, or its parts. */
const ready = (sentence: string) =>
	/[{']/.test(sentence) ? new IntlMessageFormat(sentence, 'fr').getAst() : sentence;

/** Keys written whole in a program, and those that its templates may form. */
export function keysNamed(program: unknown): string[] {
	const written = new Set<string>();
	const forms: RegExp[] = [];
	visit(program, (node) => {
		if (node.type === 'Literal' && typeof node.value === 'string') written.add(node.value);
		if (node.type === 'TemplateLiteral') forms.push(formOf(node));
	});
	return Object.keys(texts).filter((key) => written.has(key) || forms.some((form) => form.test(key)));
}

interface Node {
	readonly type: string;
	readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function visit(value: unknown, see: (node: Node) => void): void {
	if (Array.isArray(value)) for (const each of value) visit(each, see);
	else if (isNode(value)) {
		see(value);
		for (const part of Object.values(value)) visit(part, see);
	}
}

/** `ui.tag_${kind}` may be any key that begins so; a template that begins with a value tells nothing. */
function formOf({ quasis }: Node): RegExp {
	const parts = (Array.isArray(quasis) ? quasis : []).map(({ value }) => String(value.cooked));
	return /^\w+\./.test(parts[0] ?? '') ? new RegExp(`^${parts.map(RegExp.escape).join('.*')}$`) : /$^/;
}
