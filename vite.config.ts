import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { everyRouteDeclared } from './scripts/check-permissions.ts';
import { leanIcons } from './scripts/lean-icons.ts';
import { pageScript } from './scripts/page-script.ts';
import { textsForBrowser } from './scripts/texts-for-browser.ts';

/** The styles that every page uses travel together: one request on a slow network, then kept. */
const sharedStyles = { name: 'styles', test: /src\/(app\.css|(lib\/ui\/|routes\/SiteFrame).*type=style)/ };

export default defineConfig({
	plugins: [
		everyRouteDeclared(),
		leanIcons(),
		pageScript(),
		textsForBrowser(),
		sveltekit({
			adapter: adapter(),
			compilerOptions: { runes: true },
			serviceWorker: { register: false }, // only at somebody's press, on /hors-ligne
			csp: {
				mode: 'hash', // of each inline script: a page can be kept and sent again, a nonce could not
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					'style-src-attr': ['unsafe-inline'], // SvelteKit's route announcer sets one style attribute
					'img-src': ['self', 'data:', 'blob:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'worker-src': ['self', 'blob:'], // MapLibre's worker
					'manifest-src': ['self'],
					'object-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none'],
				},
			},
		}),
	],
	build: { rolldownOptions: { output: { codeSplitting: { groups: [sharedStyles] } } } },
	test: {
		include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
		globalSetup: 'src/lib/testing/template.ts',
		testTimeout: 30_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
	},
});
