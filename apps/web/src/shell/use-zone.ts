import { useMe } from '../api/me';

/** Where days and hours are told: in the merchant's zone. */
export const useZone = (): string => useMe().data?.merchant.timeZone ?? 'UTC';
