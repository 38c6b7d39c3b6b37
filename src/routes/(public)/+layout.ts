/**
 * Public pages are documents: complete as they arrive, on any phone, and light. What a script adds to them
 * (src/enhance.ts) needs no framework. A page that cannot be one says `csr = true`.
 */
export const csr = false;
