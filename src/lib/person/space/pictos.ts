/** Our own drawings, in a square of 32, one line thick; each stands beside its word. */
export const pictos = {
	path: 'M5 27c6 0 4-9 10-9s4-9 12-9M24 5l4 4-4 4M5 27h.1',
	calendar: 'M5 8h22v19H5zM5 13h22M11 4v6M21 4v6M10 18h4M18 18h4M10 22h4',
	help: 'M4 18c4-4 7-4 10-1l4 3c2 2 0 4-2 3l-4-2M14 17l6-2c3-1 7 1 8 4M4 26c5-1 8 2 13 1s8-4 11-8M16 10a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z',
	eye: 'M3 16c5-9 21-9 26 0-5 9-21 9-26 0zM16 20a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
	place:
		'M16 29c-6-8-9-12-9-16a9 9 0 0 1 18 0c0 4-3 8-9 16zM16 16a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z',
	talk: 'M4 6h24v16H15l-6 6v-6H4zM10 12h12M10 16h8',
	person: 'M16 15a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM5 28c1-8 6-10 11-10s10 2 11 10',
	step: 'M6 16l6 6L26 8M4 28h24',
	phone: 'M8 4l5 1 1 6-3 2c1 4 4 7 8 8l2-3 6 1 1 5c-1 3-3 4-5 4C12 27 5 19 4 9c0-2 1-4 4-5z',
	card: 'M3 7h26v18H3zM7 12h6v6H7zM17 13h8M17 17h8M7 21h18',
	lock: 'M8 14h16v14H8zM11 14v-4a5 5 0 0 1 10 0v4M16 19v4',
	leave: 'M13 4H5v24h8M12 16h16M22 10l6 6-6 6',
	paper: 'M8 3h11l6 6v20H8zM19 3v6h6M12 14h9M12 19h9M12 24h6',
	stop: 'M11 4h10l7 7v10l-7 7H11l-7-7V11zM11 11l10 10M21 11L11 21',
	ear: 'M10 20c-4-3-5-14 5-15 8 0 10 8 6 12-2 2-3 3-3 6s-4 6-7 3M12 14c0-4 6-5 6 0 0 2-2 3-3 4',
	house: 'M4 16L16 5l12 11M7 14v14h18V14M13 28v-8h6v8',
	food: 'M5 15h22c0 8-4 12-11 12S5 23 5 15zM11 5c-2 3 2 4 0 7M17 5c-2 3 2 4 0 7M4 29h24',
	health: 'M16 27C7 20 4 16 4 11c0-6 9-8 12-1 3-7 12-5 12 1 0 5-3 9-12 16zM12 14h8M16 10v8',
	money: 'M4 9h24v15H4zM16 20a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM8 13v.1M24 20v.1',
	work: 'M4 11h24v16H4zM11 11V6h10v5M4 18h24M16 16v4',
	family:
		'M11 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM22 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 27c0-8 3-11 7-11s6 3 6 6M16 27c0-6 2-8 6-8s6 2 6 8',
	bus: 'M5 6h22v18H5zM5 16h22M9 28v-4M23 28v-4M10 20h.1M22 20h.1M5 6c0-2 22-2 22 0',
	language: 'M4 8h14M11 4v4M16 8c-1 6-5 10-11 12M7 12c2 4 5 7 9 8M15 28l6-14 6 14M17 24h8',
} as const;
export type PictoName = keyof typeof pictos;
