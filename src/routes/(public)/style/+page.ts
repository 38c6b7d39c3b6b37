/** Its moving parts need the framework. */
export const csr = true;
