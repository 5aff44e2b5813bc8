/** Room in pixels for the axes around a plot area; recharts and the layer over it lay out by the same numbers. */
export const inset = { left: 44, right: 10, top: 8, bottom: 20 } as const;

/** The margin that recharts adds to the axes' own room. */
export const margin = { top: inset.top, right: inset.right, bottom: 0, left: 0 } as const;

/** How every axis of a chart looks. */
export const axis = { tickLine: false, axisLine: false, interval: 0 } as const;
