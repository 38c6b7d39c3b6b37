import access from './fr/access.json' with { type: 'json' };
import agreements from './fr/agreements.json' with { type: 'json' };
import alerts from './fr/alerts.json' with { type: 'json' };
import api from './fr/api.json' with { type: 'json' };
import assessment from './fr/assessment.json' with { type: 'json' };
import cli from './fr/cli.json' with { type: 'json' };
import desk from './fr/desk.json' with { type: 'json' };
import digest from './fr/digest.json' with { type: 'json' };
import directory from './fr/directory.json' with { type: 'json' };
import duplicates from './fr/duplicates.json' with { type: 'json' };
import employers from './fr/employers.json' with { type: 'json' };
import engine from './fr/engine.json' with { type: 'json' };
import exchange from './fr/exchange.json' with { type: 'json' };
import feed from './fr/feed.json' with { type: 'json' };
import fields from './fr/fields.json' with { type: 'json' };
import grid from './fr/grid.json' with { type: 'json' };
import importRun from './fr/import-run.json' with { type: 'json' };
import importing from './fr/importing.json' with { type: 'json' };
import imports from './fr/imports.json' with { type: 'json' };
import keys from './fr/keys.json' with { type: 'json' };
import landmarks from './fr/landmarks.json' with { type: 'json' };
import lists from './fr/lists.json' with { type: 'json' };
import map from './fr/map.json' with { type: 'json' };
import mapping from './fr/mapping.json' with { type: 'json' };
import matching from './fr/matching.json' with { type: 'json' };
import models from './fr/models.json' with { type: 'json' };
import notes from './fr/notes.json' with { type: 'json' };
import palette from './fr/palette.json' with { type: 'json' };
import pathway from './fr/pathway.json' with { type: 'json' };
import pathwayApi from './fr/pathway-api.json' with { type: 'json' };
import person from './fr/person.json' with { type: 'json' };
import problems from './fr/problems.json' with { type: 'json' };
import referrals from './fr/referrals.json' with { type: 'json' };
import resources from './fr/resources.json' with { type: 'json' };
import rules from './fr/rules.json' with { type: 'json' };
import rupture from './fr/rupture.json' with { type: 'json' };
import search from './fr/search.json' with { type: 'json' };
import silence from './fr/silence.json' with { type: 'json' };
import situations from './fr/situations.json' with { type: 'json' };
import steering from './fr/steering.json' with { type: 'json' };
import steps from './fr/steps.json' with { type: 'json' };
import synonyms from './fr/synonyms.json' with { type: 'json' };
import territory from './fr/territory.json' with { type: 'json' };
import time from './fr/time.json' with { type: 'json' };
import today from './fr/today.json' with { type: 'json' };
import topics from './fr/topics.json' with { type: 'json' };
import ui from './fr/ui.json' with { type: 'json' };
import upkeep from './fr/upkeep.json' with { type: 'json' };
import work from './fr/work.json' with { type: 'json' };
import { space } from './space-catalogue.ts';
import { typesetAll } from './typeset.ts';

/** What people read on screens and in letters. */
const read = {
	...ui,
	...problems,
	...territory,
	...directory,
	...map,
	...time,
	...topics,
	...search,
	...person,
	...pathway,
	...palette,
	...referrals,
	...matching,
	...access,
	...keys,
	...landmarks,
	...work,
	...fields,
	...agreements,
	...duplicates,
	...upkeep,
	...lists,
	...employers,
	...desk,
	...models,
	...notes,
	...synonyms,
	...resources,
	...steering,
	...steps,
	...grid,
	...assessment,
	...rules,
	...rupture,
	...today,
	...alerts,
	...situations,
	...silence,
	...feed,
	...digest,
	...space,
};
typesetAll(read);

/** What terminals, files and other programs receive: ordinary spaces, that one may search for. */
const handedOn = {
	...importing,
	...imports,
	...importRun,
	...cli,
	...engine,
	...mapping,
	...api,
	...exchange,
	...pathwayApi,
};

/** French is the source: its keys are the only ones there are, so a misspelt key is a type error. */
export const fr = { ...read, ...handedOn };

export type TextKey = keyof typeof fr;
