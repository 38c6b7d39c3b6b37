-- Stewards make territories of any communes; what exists already is changed by the installation's operator alone.
grant insert on territory, territory_commune to passerelles_app;
create policy steward_makes_sets on territory for insert to passerelles_app
  with check (kind = 'set' and (select is_steward()));
create policy steward_fills_sets on territory_commune for insert to passerelles_app
  with check (kind = 'set' and (select is_steward()));
