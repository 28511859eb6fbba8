/** The requests whose signature was found right: an answer alone does not tell, a log wants to know. */
export const verified = new WeakSet<Request>()
