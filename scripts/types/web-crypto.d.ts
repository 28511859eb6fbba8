/** TypeScript's types of workers lack it; those of the DOM have it. */
type RsaHashedKeyAlgorithm = import('node:crypto').webcrypto.RsaHashedKeyAlgorithm
