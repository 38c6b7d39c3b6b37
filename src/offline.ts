// The only script of the simple space: it offers to keep a list of places on the phone (docs/decisions/0017).
import { keepList } from '#lib/directory/offline/keep-list.ts';

for (const element of document.querySelectorAll<HTMLElement>('[data-list]')) keepList(element);
