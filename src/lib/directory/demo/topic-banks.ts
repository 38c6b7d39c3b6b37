import type { Bank, Offer, Topic } from './bank.ts';
import { choosingATrade } from './banks/choisir-un-metier.ts';
import { startingABusiness } from './banks/creer-une-entreprise.ts';
import { paperworkAndLaw } from './banks/difficultes-administratives-ou-juridiques.ts';
import { money } from './banks/difficultes-financieres.ts';
import { foodAndEquipment } from './banks/equipement-et-alimentation.ts';
import { family } from './banks/famille.ts';
import { basicSkills } from './banks/lecture-ecriture-calcul.ts';
import { housing } from './banks/logement-hebergement.ts';
import { mobility } from './banks/mobilite.ts';
import { digital } from './banks/numerique.ts';
import { preparingAnApplication } from './banks/preparer-sa-candidature.ts';
import { gettingGoing } from './banks/remobilisation.ts';
import { health } from './banks/sante.ts';
import { learning } from './banks/se-former.ts';
import { goingAbroad } from './banks/souvrir-a-linternational.ts';
import { findingWork } from './banks/trouver-un-emploi.ts';
import type { OrganisationKind } from './organisation-kind.ts';

export const banks: readonly Bank[] = [
	choosingATrade,
	startingABusiness,
	paperworkAndLaw,
	money,
	foodAndEquipment,
	family,
	basicSkills,
	housing,
	mobility,
	digital,
	preparingAnApplication,
	gettingGoing,
	health,
	learning,
	goingAbroad,
	findingWork,
].flat();

/** An offer and the topic it answers first. */
export interface TopicOffer {
	readonly topic: Topic;
	readonly offer: Offer;
}

const everyOffer: readonly TopicOffer[] = banks.flatMap(({ topic, offers }) =>
	offers.map((offer) => ({ topic, offer })),
);

/** What an organisation of this kind may give. */
export const offersBy = (kind: OrganisationKind): readonly TopicOffer[] =>
	everyOffer.filter(({ offer }) => offer.by.includes(kind));
