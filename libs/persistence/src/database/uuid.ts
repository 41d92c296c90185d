const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for a UUID as our own rows write it: lower case, with dashes. */
export const isUuid = (text: string): boolean => UUID.test(text);
