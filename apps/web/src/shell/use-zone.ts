/** Where days and hours are told: in the merchant's zone. The API names none yet, so it is the product's own default. */
export const useZone = (): string => 'Asia/Jerusalem';
