/** One stroked outline of a symbol: path data in a 24 × 24 box, with its own dashes where it has some. */
export interface IconStroke {
  readonly d: string;
  readonly dash?: string;
}

/**
 * The symbols of the chart as path data: 24 × 24 box, no fill, stroke 1.75 with round caps and joins.
 * `public/icons/sprite.svg` holds the same symbols, and those of the interface, for the controls around the chart.
 */
export const icons = {
  person: [
    { d: 'M8.2 7.8a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0 -7.6 0z' },
    { d: 'M4.8 20.5c.5-4.6 3.3-6.9 7.2-6.9s6.7 2.3 7.2 6.9' },
  ],
  protected: [
    { d: 'M12 2.5 20 5.2v6.3c0 4.8-3.2 8.2-8 10-4.8-1.8-8-5.2-8-10V5.2z' },
    { d: 'M9.5 9a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z' },
    { d: 'M7.8 16.8c.4-2.7 2-3.9 4.2-3.9s3.8 1.2 4.2 3.9' },
  ],
  organisation: [{ d: 'M4.5 21V3.5H14V21M14 10h5.5v11M2.5 21h19M7.7 7.5h3M7.7 11.5h3M7.7 15.5h3' }],
  sim: [{ d: 'M6 2.8h7.5L18.5 8v13.2H6z' }, { d: 'M9.2 11.5h6.1v6H9.2zM12.25 11.5v6' }],
  handset: [
    { d: 'M8.8 2.3h6.4a2 2 0 0 1 2 2v15.4a2 2 0 0 1 -2 2h-6.4a2 2 0 0 1 -2 -2v-15.4a2 2 0 0 1 2 -2z' },
    { d: 'M10.5 5h3M10.8 18.5h2.4' },
  ],
  vessel: [{ d: 'M2.5 15h19l-2.7 5.5H5.6zM7 15v-4.5h7.5L17 15M10.5 10.5V3.5l4.5 2.7-4.5 1.6' }],
  vehicle: [
    { d: 'M5.2 17H2.8v-4.5L5 11l2.3-5h9.2l2.7 5 2 1.3V17h-2.4M9.3 17h5.4M5.5 11h13' },
    { d: 'M5.2 17.2a2.05 2.05 0 1 0 4.1 0a2.05 2.05 0 1 0 -4.1 0z' },
    { d: 'M14.7 17.2a2.05 2.05 0 1 0 4.1 0a2.05 2.05 0 1 0 -4.1 0z' },
  ],
  location: [
    { d: 'M12 21.5S5.3 15.6 5.3 9.5a6.7 6.7 0 0 1 13.4 0c0 6.1-6.7 12-6.7 12z' },
    { d: 'M9.7 9.5a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0z' },
  ],
  port: [
    { d: 'M9.7 5a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0z' },
    {
      d: 'M12 7.3V21M7.5 11h9M3.8 13.5C4.3 18 7.6 21 12 21s7.7-3 8.2-7.5M2.3 15.3l1.5-1.8 2.2 1M21.7 15.3l-1.5-1.8-2.2 1',
    },
  ],
  safehouse: [{ d: 'M3 11.5 12 3.5l9 8M5.5 9.5v11h13v-11M9.7 20.5v-6.3h4.6v6.3' }],
  crossing: [{ d: 'M12 2.5v3M12 7.7v2M12 14.3v2M12 18.5v3M2.5 12h18M16.5 8l4.3 4-4.3 4' }],
  route: [
    { d: 'M2.7 19a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0z' },
    { d: 'M16.7 5a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0z' },
    { d: 'M7.3 19h8.2a3.5 3.5 0 0 0 0-7h-7a3.5 3.5 0 0 1 0-7h8.2' },
  ],
  document: [
    {
      d: 'M6.3 2.5h11.4a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1 -1.5 1.5h-11.4a1.5 1.5 0 0 1 -1.5 -1.5v-16a1.5 1.5 0 0 1 1.5 -1.5z',
    },
    { d: 'M8.4 9.8a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0z' },
    { d: 'M8.4 9.8h7.2M8.5 17.5h7' },
  ],
  account: [{ d: 'M3 9.5 12 3.5l9 6zM6 9.5v7M12 9.5v7M18 9.5v7M3.5 16.8h17M2.5 20.5h19' }],
  hawala: [
    { d: 'M2.5 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z' },
    { d: 'M15.5 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z' },
    { d: 'M5.5 5.5h12M14.5 2.7l3.2 2.8-3.2 2.8M18.5 18.5h-12M9.5 15.7l-3.2 2.8 3.2 2.8' },
  ],
  online: [
    { d: 'M8.3 12a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0 -7.4 0z' },
    { d: 'M15.7 8.2v5.3a2.7 2.7 0 0 0 5.4 0V12a9.1 9.1 0 1 0-3.6 7.3' },
  ],
  cash: [
    { d: 'M2.5 6h19v12h-19z' },
    { d: 'M9.2 12a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0z' },
    { d: 'M6 12h.01M18 12h.01' },
  ],
  commodity: [{ d: 'M12 2.8 20.5 7v10L12 21.2 3.5 17V7zM3.5 7l8.5 4.2L20.5 7M12 11.2v10M7.7 4.9l8.6 4.3' }],
  event: [{ d: 'M12 2.3 21.7 12 12 21.7 2.3 12z' }, { d: 'M12 8v4.3l2.7 1.6' }],
  report: [{ d: 'M5.5 2.5h8.7l4.3 4.3v14.7h-13zM14 2.5V7h4.5M8.7 12h6.6M8.7 16h6.6' }],
  unknown: [
    { d: 'M8.8 9a3.2 3.2 0 1 1 4.8 2.7c-1.1.7-1.6 1.3-1.6 2.6M12 18h.01' },
    { d: 'M2.5 12a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0 -19 0z', dash: '3.4 2.6' },
  ],
  group: [{ d: 'M3.5 6.5h12v11h-12zM8.5 9.5h12v11h-12z' }],
  pin: [{ d: 'M9 3.5h6M10 3.5v6L6.5 14h11L14 9.5v-6M12 14v7' }],
} as const satisfies Record<string, readonly IconStroke[]>;

export type IconId = keyof typeof icons;

export const ICON_BOX = 24;
export const ICON_STROKE = 1.75;
