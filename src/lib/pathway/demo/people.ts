// The invented people of the demo region. More than 200 lines because each has a sentence of their own.
import type { Domain } from '#lib/person/domain.ts';
import type { WorkerKey } from './workers.ts';

/** How a history goes: still to open, under way, paused, closed, closed then come back. */
export type Course = 'to-open' | 'active' | 'paused' | 'closed' | 'back';

/** Somebody invented: a first name, no surname, an age, a real commune, and why they came, in their own words. */
export interface DemoFollowed {
	readonly name: string;
	readonly age: number;
	readonly commune: string;
	readonly lead: WorkerKey;
	readonly course: Course;
	readonly words: string;
	readonly domains: readonly [Domain, ...Domain[]];
}

type Row = readonly [string, number, string, string, readonly [Domain, ...Domain[]], Course?];

const of = (lead: WorkerKey, rows: readonly Row[]): DemoFollowed[] =>
	rows.map(([name, age, commune, words, domains, course = 'active']) => ({
		...{ name, age, commune, lead, words, domains, course },
	}));

export const demoFollowed: readonly DemoFollowed[] = [
	...of('awa', [
		['Maïwenn', 34, 'Liévin', 'Je veux que mes enfants dorment chacun dans leur lit.', ['housing', 'money']],
		['Bastien', 51, 'Liévin', 'Le frigo a lâché et depuis tout s’enchaîne.', ['food', 'money']],
		[
			'Soizic',
			67,
			'Avion',
			'Je ne comprends plus les courriers, je les mets dans un tiroir.',
			['rights', 'digital'],
		],
		['Kenza', 29, 'Liévin', 'Je cherche quelqu’un qui m’explique sans aller trop vite.', ['reading', 'work']],
		['Aurélien', 42, 'Angres', 'J’ai perdu mon permis, et avec lui mon travail.', ['mobility', 'work']],
		[
			'Oumou',
			38,
			'Liévin',
			'Mon mari est parti. Maintenant c’est moi qui signe tout.',
			['rights', 'housing'],
		],
		[
			'Gaspard',
			58,
			'Éleu-dit-Leauwette',
			'À mon âge, on me dit d’attendre. Moi je veux bouger.',
			['work', 'links'],
		],
		['Yasmina', 45, 'Liévin', 'L’électricité va être coupée, j’ai la lettre sur moi.', ['money', 'housing']],
		['Firmin', 72, 'Liévin', 'Je ne vois personne de la semaine, à part la factrice.', ['links', 'health']],
		[
			'Solveig',
			26,
			'Lens',
			'J’ai la garde le week-end, et pas d’endroit où les recevoir.',
			['housing', 'family'],
		],
		[
			'Rachid',
			49,
			'Liévin',
			'J’ai mal au dos depuis le chantier, on me balade d’un bureau à l’autre.',
			['health', 'rights'],
		],
		['Apolline', 31, 'Grenay', 'Je voudrais finir mes mois sans demander à ma mère.', ['money', 'work']],
		['Tiago', 40, 'Liévin', 'Je dors dans la voiture depuis la séparation.', ['housing', 'rights']],
		[
			'Corentine',
			55,
			'Angres',
			'On m’a coupé le téléphone, alors plus personne ne m’appelle.',
			['digital', 'money'],
			'paused',
		],
		[
			'Léonce',
			63,
			'Liévin',
			'J’ai réussi à garder la maison. Le reste, je sais faire.',
			['housing', 'money'],
			'closed',
		],
		[
			'Mahault',
			37,
			'Liévin',
			'Je préfère souffler un peu, et vous rappeler après.',
			['health', 'family'],
			'back',
		],
		['Dimitri', 33, 'Avion', 'On m’a dit de venir vous voir, alors je viens voir.', ['work'], 'to-open'],
		['Zélie', 22, 'Liévin', 'Je quitte le foyer dans deux mois.', ['housing', 'money'], 'to-open'],
	]),
	...of('karim', [
		[
			'Hortense',
			59,
			'Liévin',
			'Je m’occupe de mon père, et de moi quand il reste du temps.',
			['health', 'rights'],
		],
		['Idriss', 36, 'Liévin', 'Je veux un vrai bail à mon nom.', ['housing', 'rights']],
		['Perrine', 44, 'Bully-les-Mines', 'Depuis l’usine, je tourne en rond à la maison.', ['work', 'links']],
		[
			'Anselme',
			61,
			'Liévin',
			'Je fais les courses à pied, six kilomètres avec les sacs.',
			['mobility', 'food'],
		],
		[
			'Nolwenn',
			28,
			'Sallaumines',
			'Le loyer passe, mais après il n’y a plus rien pour manger.',
			['food', 'money'],
		],
		['Evariste', 47, 'Liévin', 'J’ai trois crédits. Je n’ouvre plus la banque.', ['money'], 'paused'],
		[
			'Salomé',
			32,
			'Liévin',
			'J’ai trouvé une place en crèche, ça change tout.',
			['family', 'work'],
			'closed',
		],
		['Joachim', 53, 'Avion', 'Je sais lire un peu, mais pas ces papiers-là.', ['reading', 'digital']],
	]),
	...of('julien', [
		[
			'Nathéo',
			19,
			'Lens',
			'Je veux passer le permis, sans ça il n’y a pas de boulot ici.',
			['mobility', 'work'],
		],
		['Shaïma', 21, 'Lens', 'J’ai arrêté le lycée, mais je ne suis pas rien.', ['training', 'work']],
		['Ewen', 18, 'Liévin', 'Je ne veux plus dormir chez des copains.', ['housing', 'work']],
		['Lou-Ann', 20, 'Lens', 'J’aimerais travailler avec les personnes âgées.', ['work', 'training']],
		['Bilal', 23, 'Lens', 'On me demande de l’expérience pour avoir de l’expérience.', ['work']],
		[
			'Orlane',
			17,
			'Loos-en-Gohelle',
			'Mes parents disent que je dois choisir. Moi je ne sais pas.',
			['training', 'family'],
		],
		['Kylian', 24, 'Lens', 'Je me lève, je tourne, et il est déjà le soir.', ['links', 'health']],
		[
			'Capucine',
			22,
			'Vendin-le-Vieil',
			'J’ai mon bac, mais pas de voiture pour aller à Arras.',
			['mobility', 'training'],
		],
		['Djibril', 20, 'Lens', 'Je cherche un patron qui m’explique au lieu de crier.', ['work', 'training']],
		[
			'Maëlys',
			19,
			'Wingles',
			'Je suis maman depuis mars, et je veux continuer mon CAP.',
			['training', 'family'],
		],
		[
			'Antonin',
			25,
			'Lens',
			'J’ai des amendes partout, je ne sais plus par quoi commencer.',
			['money', 'rights'],
			'paused',
		],
		['Fanta', 21, 'Lens', 'J’ai signé mon contrat, ma mère a pleuré.', ['work', 'mobility'], 'closed'],
		['Loïc', 18, 'Lens', 'Je passe juste pour demander.', ['work'], 'to-open'],
	]),
	...of('lucie', [
		['Jade', 20, 'Avion', 'Je veux apprendre à conduire et à dire non.', ['mobility', 'links']],
		['Rayan', 22, 'Lens', 'Mon CV, je l’ai fait sur le téléphone de mon cousin.', ['digital', 'work']],
		['Tifenn', 19, 'Méricourt', 'J’ai raté le concours d’aide-soignante de peu.', ['training', 'work']],
		['Marceau', 24, 'Lens', 'Je veux mon appartement avant mes vingt-cinq ans.', ['housing', 'money']],
		[
			'Assa',
			18,
			'Lens',
			'Je parle quatre langues, mais mon diplôme ne compte pas ici.',
			['training', 'rights'],
		],
		[
			'Yoann',
			23,
			'Noyelles-sous-Lens',
			'Je me débrouille, mais je suis fatigué de me débrouiller.',
			['food', 'money'],
			'paused',
		],
		['Clémentine', 21, 'Lens', 'Cette fois je vais au bout.', ['training', 'mobility'], 'back'],
		['Noham', 17, 'Harnes', 'Je veux travailler avec mes mains.', ['training', 'work']],
	]),
	...of('didier', [
		[
			'Ghislaine',
			69,
			'Lens',
			'Tout se fait sur Internet, et moi je n’ai pas Internet.',
			['digital', 'rights'],
		],
		['Moussa', 41, 'Lens', 'J’attends les papiers, et en attendant je ne peux rien.', ['rights', 'work']],
		[
			'Brigitte',
			60,
			'Lens',
			'Je veux rester dans ma maison, même avec les escaliers.',
			['housing', 'health'],
		],
		['Steven', 35, 'Lens', 'J’ai promis à ma fille qu’on aurait un sapin chez nous.', ['housing', 'family']],
		['Céleste', 27, 'Lens', 'Je fais des ménages à cinq heures, il n’y a pas de bus.', ['mobility', 'work']],
		[
			'Wassim',
			39,
			'Lens',
			'Je ne demande pas la lune, juste un rendez-vous.',
			['health', 'rights'],
			'paused',
		],
		['Eulalie', 75, 'Lens', 'Ma voisine m’a aidée, et puis vous. Merci.', ['money', 'links'], 'closed'],
		['Pacôme', 30, 'Lens', 'C’est ma sœur qui m’a donné votre numéro.', ['food', 'work'], 'to-open'],
	]),
	...of('odile', [
		['Iris', 33, 'Lens', 'Je veux une porte qui ferme.', ['housing', 'rights']],
		['Naïma', 40, 'Liévin', 'J’ai mis dix ans à venir ici.', ['rights', 'money']],
		['Victoire', 28, 'Avion', 'Je veux que mon fils retourne à l’école tranquille.', ['family', 'housing']],
		['Sidonie', 36, 'Lens', 'Je recommence à dormir la nuit.', ['health', 'work'], 'paused'],
		['Ilona', 24, 'Lens', 'Je ne sais pas encore si je peux vous parler.', ['rights'], 'to-open'],
	]),
];
