import type { Transport } from '@sveltejs/kit/hooks';
import { Drawn } from '#lib/drawn.ts';

export const transport: Transport = {
	drawn: {
		encode: (value) => value instanceof Drawn && 'here',
		decode: () => {
			throw new Error('Drawn on the server only: this page says csr = false.');
		},
	},
};
