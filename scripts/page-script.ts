import type { Plugin } from 'vite';

/** The scripts of pages that are not hydrated, and their addresses as pages write them. */
const scripts = [
	{ source: 'src/enhance.ts', address: '_app/immutable/entry/enhance.js' },
	{ source: 'src/offline.ts', address: '_app/immutable/entry/offline.js' },
] as const;

/** Builds the scripts of pages that are not hydrated, at addresses known beforehand; serves them in development. */
export const pageScript = (): Plugin => ({
	name: 'page-script',
	buildStart() {
		if (this.environment.name === 'client' && this.environment.mode === 'build')
			for (const { source, address } of scripts)
				this.emitFile({ type: 'chunk', id: source, fileName: address });
	},
	configureServer({ middlewares }) {
		middlewares.use((request, _, next) => {
			const asked = scripts.find(({ address }) => request.url?.startsWith(`/${address}`));
			if (asked) request.url = `/${asked.source}`;
			next();
		});
	},
});
