import { expect, test } from 'vitest';
import { topicWords } from './topic-words.ts';

test('a topic is found by its label and by what its category is about', () => {
	expect(topicWords('mobilite--preparer-un-permis')).toBe('Préparer un permis mobilité');
});

test('a category of two things lends neither: clothes are not food', () => {
	expect(topicWords('equipement-et-alimentation--habillement').trim()).toBe('Habillement');
});

test('a topic that has no label is found by its slug', () => {
	expect(topicWords('sante--soins-nouveaux')).toBe('soins-nouveaux santé');
});
