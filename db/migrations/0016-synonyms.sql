-- Words of the field that mean the same to who searches: one row a meaning, its ways of being said. Stewards change the list.
create table search_synonym (
  id uuid primary key default gen_random_uuid(),
  phrases text[] not null check (cardinality(phrases) between 2 and 30),
  updated_at timestamptz not null default now()
);
alter table search_synonym enable row level security;
alter table search_synonym force row level security;
grant select, insert, update, delete on search_synonym to passerelles_app, passerelles_operator;
create policy everyone_reads on search_synonym for select to passerelles_app using (cardinality(phrases) > 0);
create policy steward_writes on search_synonym for all to passerelles_app
  using ((select is_steward())) with check ((select is_steward()));
create policy operator_all on search_synonym for all to passerelles_operator using (true) with check (true);

insert into search_synonym (phrases) values
  (array['RSA', 'revenu de solidarité active']),
  (array['hébergement d’urgence', 'mise à l’abri', 'dormir ce soir', '115']),
  (array['SIAO', 'service intégré d’accueil et d’orientation']),
  (array['permis', 'permis de conduire', 'code de la route', 'auto-école']),
  (array['CV', 'curriculum vitae', 'lettre de motivation']),
  (array['colis alimentaire', 'aide alimentaire', 'distribution alimentaire', 'banque alimentaire', 'épicerie solidaire', 'manger gratuit']),
  (array['CAF', 'caisse d’allocations familiales', 'allocations familiales']),
  (array['CPAM', 'sécurité sociale', 'assurance maladie', 'carte vitale']),
  (array['CSS', 'complémentaire santé solidaire', 'CMU']),
  (array['AME', 'aide médicale d’État']),
  (array['MDPH', 'maison départementale des personnes handicapées']),
  (array['AAH', 'allocation adulte handicapé', 'allocation aux adultes handicapés']),
  (array['RQTH', 'reconnaissance travailleur handicapé']),
  (array['APL', 'aide au logement', 'allocation logement']),
  (array['HLM', 'logement social']),
  (array['FSL', 'fonds de solidarité logement']),
  (array['impayé de loyer', 'expulsion locative', 'dette de loyer']),
  (array['surendettement', 'dossier Banque de France']),
  (array['FLE', 'français langue étrangère', 'apprendre le français', 'cours de français']),
  (array['illettrisme', 'lire et écrire', 'savoirs de base']),
  (array['titre de séjour', 'carte de séjour', 'régularisation']),
  (array['demandeur d’asile', 'asile', 'réfugié']),
  (array['CADA', 'centre d’accueil pour demandeurs d’asile']),
  (array['PMI', 'protection maternelle et infantile']),
  (array['garde d’enfant', 'crèche', 'assistante maternelle', 'nounou']),
  (array['IVG', 'interruption volontaire de grossesse', 'avortement']),
  (array['violences conjugales', 'violences faites aux femmes', '3919']),
  (array['psychologue', 'soutien psychologique', 'psy']),
  (array['addiction', 'alcool', 'drogue', 'CSAPA']),
  (array['douche', 'bains-douches', 'hygiène']),
  (array['laverie', 'laver son linge']),
  (array['vestiaire', 'vêtements', 'habits']),
  (array['domiciliation', 'adresse postale', 'recevoir son courrier']),
  (array['mission locale', 'insertion des jeunes']),
  (array['France Travail', 'Pôle emploi', 'chômage']),
  (array['contrat d’engagement jeune', 'CEJ']),
  (array['IAE', 'insertion par l’activité économique', 'chantier d’insertion']),
  (array['formation', 'se former', 'CPF']),
  (array['VAE', 'validation des acquis']),
  (array['microcrédit', 'prêt social']),
  (array['ordinateur', 'informatique', 'numérique', 'internet']),
  (array['APA', 'allocation personnalisée d’autonomie']),
  (array['aidant', 'proche aidant', 'répit']),
  (array['aide juridique', 'avocat', 'point-justice', 'accès au droit']),
  (array['écrivain public', 'aide aux démarches', 'papiers']),
  (array['covoiturage', 'transport solidaire', 'transport à la demande']),
  (array['vélo', 'bicyclette']);
