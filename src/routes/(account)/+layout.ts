/** Forms that post and pages that answer need no framework: see (public)/+layout.ts. */
export const csr = false;
