/** A list and small forms: see (public)/+layout.ts. */
export const csr = false;
