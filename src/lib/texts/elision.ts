/** For `select` in a message: « près d’Aurillac », « près de Lens »; an initial h is kept whole, as INSEE writes it. */
export const elided = (name: string): 'yes' | 'no' =>
	/^[aeiouyœ]/i.test(name.normalize('NFD').replace(/\p{M}/gu, '')) ? 'yes' : 'no';
