-- Where searches of employers begin, and a first list of occupations by their ROME code; stewards change the list.
create index organisation_employers on organisation (id)
  where gone_at is null and (employer_kind is not null or offers <> '[]');

-- What the log names.
alter table occupation_tag add id uuid not null unique default gen_random_uuid();

insert into occupation_tag (rome_code, tag, label) values
  ('A1202', 'green', 'Entretien des espaces naturels'),
  ('A1203', 'green', 'Aménagement et entretien des espaces verts'),
  ('A1204', 'green', 'Protection du patrimoine naturel'),
  ('A1205', 'green', 'Sylviculture'),
  ('A1303', 'green', 'Ingénierie en agriculture et environnement naturel'),
  ('A1414', 'green', 'Horticulture et maraîchage'),
  ('A1416', 'green', 'Polyculture, élevage'),
  ('F1503', 'green', 'Réalisation et installation d’ossatures bois'),
  ('F1602', 'green', 'Électricité du bâtiment'),
  ('F1603', 'green', 'Installation d’équipements sanitaires et thermiques'),
  ('F1610', 'green', 'Pose et restauration de couvertures'),
  ('F1613', 'green', 'Travaux d’étanchéité et d’isolation'),
  ('H1302', 'green', 'Management et ingénierie hygiène, sécurité, environnement'),
  ('H1303', 'green', 'Intervention technique en hygiène, sécurité, environnement'),
  ('I1308', 'green', 'Maintenance d’installations de chauffage'),
  ('I1607', 'green', 'Réparation de cycles et motocycles'),
  ('K2301', 'green', 'Distribution et assainissement d’eau'),
  ('K2303', 'green', 'Nettoyage des espaces urbains'),
  ('K2304', 'green', 'Revalorisation de produits industriels'),
  ('K2306', 'green', 'Supervision d’exploitation éco-industrielle'),
  ('N4103', 'green', 'Conduite de transport en commun sur route'),
  ('J1104', 'white', 'Suivi de la grossesse et de l’accouchement'),
  ('J1301', 'white', 'Personnel polyvalent des services hospitaliers'),
  ('J1302', 'white', 'Analyses médicales'),
  ('J1304', 'white', 'Aide en puériculture'),
  ('J1305', 'white', 'Conduite de véhicules sanitaires'),
  ('J1403', 'white', 'Ergothérapie'),
  ('J1404', 'white', 'Kinésithérapie'),
  ('J1501', 'white', 'Soins d’hygiène et de confort du patient'),
  ('J1506', 'white', 'Soins infirmiers généralistes'),
  ('J1507', 'white', 'Soins infirmiers spécialisés en puériculture'),
  ('K1201', 'white', 'Action sociale'),
  ('K1202', 'white', 'Éducation de jeunes enfants'),
  ('K1204', 'white', 'Médiation sociale et facilitation de la vie en société'),
  ('K1207', 'white', 'Intervention socioéducative'),
  ('K1301', 'white', 'Accompagnement médicosocial'),
  ('K1302', 'white', 'Assistance auprès d’adultes'),
  ('K1303', 'white', 'Assistance auprès d’enfants'),
  ('K1304', 'white', 'Services domestiques'),
  ('K1305', 'white', 'Intervention sociale et familiale');
