import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { turnAway } from './turn-away.ts';

const asking = (address: string, init: RequestInit = {}, more: Partial<RequestEvent> = {}) => {
	const url = new URL(address, 'https://passerelles.test');
	const fetch = async (path: string | URL | Request) => new Response(`page ${String(path)}`, { status: 404 });
	return {
		url,
		request: new Request(url, init),
		fetch,
		isDataRequest: false,
		isSubRequest: false,
		...more,
	} as RequestEvent;
};
const locationOf = async (event: RequestEvent, answer: 'sign-in' | 'give-code' | 'go-home') => {
	const response = await turnAway(event, answer);
	return [response?.status, response?.headers.get('location')];
};

test('who may enter is not answered here', () => {
	expect(turnAway(asking('/compte'), 'enter')).toBeUndefined();
});

test('signing in brings back to the page, without its action', async () => {
	expect(await locationOf(asking('/compte?a=1&/renommer'), 'sign-in')).toEqual([
		303,
		'/connexion?retour=%2Fcompte%3Fa%3D1',
	]);
	expect(await locationOf(asking('/compte'), 'give-code')).toEqual([303, '/connexion/code?retour=%2Fcompte']);
});

test('who is already signed in goes on here, never elsewhere', async () => {
	expect(await locationOf(asking('/connexion?retour=/compte'), 'go-home')).toEqual([303, '/compte']);
	expect(await locationOf(asking('/connexion?retour=//mal.test'), 'go-home')).toEqual([303, '/']);
});

test('a form sent by script reads its redirect in JSON', async () => {
	const event = asking('/compte?/renommer', { method: 'POST', headers: { accept: 'application/json' } });
	expect(await (await turnAway(event, 'sign-in'))?.json()).toMatchObject({ type: 'redirect', status: 303 });
});

test('what is not for them answers with the page of an address that does not exist, as deep as the one asked', async () => {
	const response = await turnAway(asking('/compte/equipe?x=1'), 'nothing-here');
	expect([response?.status, await response?.text()]).toEqual([404, 'page /introuvable/introuvable']);
	const root = await turnAway(asking('/'), 'nothing-here');
	expect(await root?.text()).toBe('page /introuvable');
	const data = await turnAway(asking('/compte', {}, { isDataRequest: true }), 'nothing-here');
	expect([data?.status, await data?.json()]).toEqual([404, { status: 404, message: 'problem.nothing-here' }]);
});
