-- She asks that what is kept of her be erased: to somebody named, who answers within a month (RGPD art. 12.3 and 17).
alter table own_word drop constraint own_word_kind_check;
alter table own_word add constraint own_word_kind_check check (kind in ('not-worked', 'cannot-come', 'talk', 'erase'));
