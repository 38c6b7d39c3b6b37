import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readAddress } from '../search/address.ts';
import { frameSnippet, scriptSnippet } from './widget.ts';
import { loadWidget } from './widget-loader.ts';

const origin = 'https://passerelles.test';
const read = (address: string) => readAddress(new URLSearchParams(address));

test('one line holds what to show, and nothing that breaks out of it', () => {
	expect(scriptSnippet(origin, read('lieu=Lens&rayon=50&besoin=se-loger&page=4&lat=50.4&lon=2.8'))).toBe(
		'<script src="https://passerelles.test/widget.js" data-lieu="Lens" data-rayon="50" data-besoin="se-loger" async></script>',
	);
	expect(scriptSnippet(origin, read('theme=mobilite&theme=sante'))).toContain('data-theme="mobilite sante"');
	const hostile = read('q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E');
	for (const line of [scriptSnippet(origin, hostile), frameSnippet(origin, hostile, 'Aide')])
		expect(line.match(/<script|<iframe/g)).toHaveLength(1);
});

test('the script is whole by itself: it frames the widget and follows its height, from it only', () => {
	const page = pageWith({ lieu: 'Lens', besoin: 'se-loger', theme: 'sante mobilite', autre: 'x' });
	runInNewContext(`(${loadWidget})()`, page.context);
	expect(page.frame.src).toBe(`${origin}/widget?theme=sante&theme=mobilite&lieu=Lens&besoin=se-loger`);
	const say = (height: unknown, from = origin, source: unknown = page.frame.contentWindow) =>
		page.listener?.({ source, origin: from, data: { passerelles: 'height', height } });
	say(700);
	expect(page.frame.style.blockSize).toBe('700px');
	say(900, 'https://mal.example');
	say(900, origin, {});
	say('900');
	expect(page.frame.style.blockSize).toBe('700px');
	say(1e9);
	expect(page.frame.style.blockSize).toBe('5000px');
});

type Listener = (message: { source: unknown; origin: string; data: unknown }) => void;

/** A page of somebody else, as far as the script touches it. */
function pageWith(dataset: Record<string, string>) {
	class HTMLScriptElement {
		readonly src = `${origin}/widget.js`;
		readonly dataset = dataset;
		after(): void {}
	}
	const frame = { src: '', style: {} as Record<string, string>, contentWindow: {} };
	const page: { frame: typeof frame; listener: Listener | undefined; context: object } = {
		frame,
		listener: undefined,
		context: {
			HTMLScriptElement,
			URL,
			document: { currentScript: new HTMLScriptElement(), createElement: () => frame },
			window: { addEventListener: (_: string, listener: Listener) => (page.listener = listener) },
		},
	};
	return page;
}
