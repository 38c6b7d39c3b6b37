/** The card of an invented person, told in the guide: to see a pathway from the person’s own side. */
export const demoCard = { holder: 'Ewen', code: 'GALETDUR', pin: '246813' } as const;
