/** Keeps the best `size` documents of any number, in a heap whose root is the worst kept. */
export interface Top {
	/** How many were offered. */
	readonly offered: number;
	offer(doc: number, score: number): void;
	/** The documents kept, best first. */
	sorted(): { doc: number; score: number }[];
}

/** Highest score first; equal scores by rank of id. */
export function createTop(size: number, idRanks: Uint32Array): Top {
	const docs = new Uint32Array(size);
	const scores = new Float64Array(size);
	let kept = 0;
	let offered = 0;

	const isWorse = (doc: number, score: number, other: number) =>
		score < scores[other]! || (score === scores[other] && idRanks[doc]! > idRanks[docs[other]!]!);
	const isWorseAt = (one: number, other: number) => isWorse(docs[one]!, scores[one]!, other);

	function place(at: number, doc: number, score: number): void {
		docs[at] = doc;
		scores[at] = score;
	}

	function rise(doc: number, score: number): void {
		let at = kept++;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (!isWorse(doc, score, parent)) break;
			place(at, docs[parent]!, scores[parent]!);
			at = parent;
		}
		place(at, doc, score);
	}

	function sink(doc: number, score: number): void {
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= kept) break;
			if (child + 1 < kept && isWorseAt(child + 1, child)) child++;
			if (isWorse(doc, score, child)) break;
			place(at, docs[child]!, scores[child]!);
			at = child;
		}
		place(at, doc, score);
	}

	return {
		get offered() {
			return offered;
		},
		offer(doc, score) {
			offered++;
			if (kept < size) rise(doc, score);
			else if (!isWorse(doc, score, 0)) sink(doc, score);
		},
		sorted: () =>
			Array.from({ length: kept }, (_, at) => ({ doc: docs[at]!, score: scores[at]! })).sort(
				(a, b) => b.score - a.score || idRanks[a.doc]! - idRanks[b.doc]!,
			),
	};
}
