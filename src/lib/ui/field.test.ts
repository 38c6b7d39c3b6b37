import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Field from './Field.svelte';

const drawn = (props: object): string =>
	render(Field, { props: { name: 'mot', label: 'Mot', ...props } }).body;

test('what was typed comes back without any script, on one line or several', () => {
	expect(drawn({ defaultValue: 'Lens & <Avion>' })).toContain('value="Lens &amp; ');
	expect(drawn({ lines: 3, defaultValue: 'Lens\nAvion & <b>' })).toMatch(
		/<textarea[^>]*>\n?Lens\nAvion &amp; &lt;b(>|&gt;)<\/textarea>/,
	);
	expect(drawn({ lines: 3 })).toMatch(/<textarea[^>]*><\/textarea>/);
});
