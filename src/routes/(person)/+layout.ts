/** Her space runs on any phone: no script at all. */
export const csr = false;
