/** The digits that a timestamp in milliseconds has after the seconds. */
export const thousandths = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'))
