// Three rules that Biome cannot see yet; style is Biome's.
import svelte from 'eslint-plugin-svelte';
import svelteParser from 'svelte-eslint-parser';
import ts from 'typescript-eslint';

const rules = {
	'@typescript-eslint/no-floating-promises': 'error',
	'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
	'@typescript-eslint/switch-exhaustiveness-check': 'error',
};

export default [
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', '**/*.mjs', 'src/lib/testing/planted-error.ts'] },
	{
		files: ['**/*.ts'],
		languageOptions: {
			parser: ts.parser,
			parserOptions: {
				project: ['./tsconfig.json', './src/service-worker/tsconfig.json'],
				extraFileExtensions: ['.svelte'],
			},
		},
		plugins: { '@typescript-eslint': ts.plugin },
		rules,
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parser: svelteParser,
			parserOptions: { parser: ts.parser, project: './tsconfig.json', extraFileExtensions: ['.svelte'] },
		},
		plugins: { '@typescript-eslint': ts.plugin, svelte },
		rules,
	},
];
