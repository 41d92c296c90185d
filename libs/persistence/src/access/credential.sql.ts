/**
 * The credential `k` of a command `c`, with its rights as they are now: a key's, or a person's in the role in which he
 * gave it. All of `k` is null when that role was taken away meanwhile.
 */
export const CREDENTIAL_OF_COMMAND = `LEFT JOIN credential k ON k.id = coalesce(c.key_id, c.staff_id) AND (c.role IS NULL OR k.role = c.role)`;
