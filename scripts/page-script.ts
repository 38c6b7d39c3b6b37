import type { Plugin } from 'vite';

const source = 'src/enhance.ts';
/** As src/app.html writes it. */
const address = '_app/immutable/entry/enhance.js';

/** Builds the script of pages that are not hydrated, at an address known beforehand; serves it in development. */
export const pageScript = (): Plugin => ({
	name: 'page-script',
	buildStart() {
		if (this.environment.name === 'client' && this.environment.mode === 'build')
			this.emitFile({ type: 'chunk', id: source, fileName: address });
	},
	configureServer({ middlewares }) {
		middlewares.use((request, _, next) => {
			if (request.url?.startsWith(`/${address}`)) request.url = `/${source}`;
			next();
		});
	},
});
