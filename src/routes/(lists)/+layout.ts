/** Lists that are taken away and forms that post need no framework: see (public)/+layout.ts. */
export const csr = false;
