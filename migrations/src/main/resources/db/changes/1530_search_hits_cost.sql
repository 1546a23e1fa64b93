--liquibase formatted sql
-- A text is looked through at the price of taking it out of its store, which the planner takes for nothing: it walked over
-- thousands of newer ones where the index of words answers at once. With this price it walks for words in more than a
-- twentieth of the texts alone, as measured over 50,000 of them.

--changeset tongxin:search-hits-cost
set local role app_search;
alter function cell.search_hits(text, tsquery, uuid[], uuid, integer) set cpu_operator_cost to 0.3;
reset role;
