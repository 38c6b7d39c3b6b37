const shape = /^[a-z][a-z\d+.-]*:(?:[\w\-.~!$&'()*+,;=:@/?#[\]]|%[\da-f]{2})+$/i;

/** A URI of RFC 3986 with its scheme, of characters that need no escape. */
export const isUri = (given: string): boolean => shape.test(given) && URL.canParse(given);
