/** Lists and forms that post: see (public)/+layout.ts. */
export const csr = false;
