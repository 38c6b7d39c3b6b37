-- A population is worth its year: an older census never replaces a newer one.
alter table commune add population_year integer check (population_year between 1990 and 2100);
