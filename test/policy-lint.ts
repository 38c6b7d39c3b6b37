import type pg from 'pg';

/** Functions allowed to look beyond the caller's rows, each with its reason. */
export const reviewedDefiners: Readonly<Record<string, string>> = {
	acting_hat: 'tells whether the hat put on belongs to the acting account and has not ended',
	colleagues:
		'tells the names and roles of the people of the acting organisation, and nothing else of their accounts',
	decider_name:
		'tells a steward the name of who decided about duplicates, or holds a field, and nothing else of the account',
	tell_webhooks:
		'adds one delivery for each webhook that waits for a public event; the caller learns nothing of the webhooks',
	tell_partners:
		'adds one delivery for each webhook of an organisation that takes part; the caller learns nothing of the webhooks',
	person_of_code: 'tells who the code just typed belongs to, and nothing else of her',
	open_people:
		'tells of whom the acting worker may read a level: by her lead, an agreement that holds or an emergency',
	open_pathways: 'the pathways of open_people',
	led_pathways: 'the pathways that the acting worker’s organisation leads',
	pathway_words: 'the words about a person kept with her pathway, for those who read its steps',
	led_people: 'the people of led_pathways',
	hidden_pathways: 'the closed files that the acting organisation leads by another of its workers',
	written_pathways: 'the pathways in which the acting worker may write',
	open_subjects: 'the domains and sensitive subjects that the acting worker may read, pathway by pathway',
	may_break_glass: 'tells whether an emergency may open a protected file of somebody already known',
	in_emergency: 'tells whether the hat put on holds an open emergency',
	person_in_danger: 'tells whose pathway an emergency may open, and nothing else of her',
	emergencies_of_month: 'counts the emergencies of a month, without anybody’s name',
	narrows: 'tells whether an agreement is what is left of one stopped in this act',
	stop_all_sharing:
		'stops all that a person shares, when she tells it to an organisation that knows her; tells no recipient',
	tell_of_stopping: 'writes to the recipients of open referrals that the agreement was stopped',
	is_invented:
		'tells whether an invented organisation opened somebody whom no real one leads; nothing else of her',
	keep_pathway_moving: 'looks whether an active pathway keeps an open step; reads states, not words',
	sender_address: 'tells the clock where to write to the sender of a referral',
	steered_people:
		'tells who lives in the territory that the acting coordinator steers; callable by the definer alone',
	steered_departments: 'tells the départements of the territory that the acting hat steers; codes alone',
	rupture_figures:
		'counts people by rule, quarter, place and age for the territory of the acting coordinator',
	rupture_figures_by_organisation:
		'counts people by organisation and rule for the territory of the acting coordinator',
	silence_managers:
		'tells the clock where to write to those who answer for an organisation that stays silent',
	silence_coordinators:
		'tells the clock where to write to those who coordinate the territory of a referral; nothing of its person',
	set_going:
		'makes a pathway to open active, where the acting worker may write and a step stands; nothing else',
	keep_relay_true: 'holds that whoever receives a relay accepts it; reads nothing else than the row',
	keep_lead: 'looks whether a relay became effective in this act; reads who received it, not words',
	leads_pathway: 'the question of led_pathways, for one pathway',
	reads_pathway: 'the question of open_pathways, for one pathway',
	writes_pathway: 'the question of written_pathways, for one pathway',
	leads_person: 'the question of led_people, for one person',
	writes_person: 'whether the acting worker may write in a pathway of one person',
	relay_reason:
		'why a relay is proposed: to those who lead, and to whoever receives it once the person said yes',
	relayed_now: 'whether this very act takes the lead of a pathway by a relay',
	referral_side: 'from which side the actor reads one referral, if any',
	referral_drafted: 'whether the actor’s organisation still drafts a referral',
	held_link: 'the one-time link that the act holds, while it lives',
	opened_link: 'the referral of that link, once its code was given',
	received_referrals: 'the referrals sent or called to the acting organisation',
	readable_level:
		'up to which level the acting organisation or guest reads what a referral says of the person',
	log_referral_reading:
		'writes that a referral was read in the log of its person, whom its reader does not learn',
	person_of_event: 'tells the trigger below whose event was written; nobody else may call it',
	note_alert_due: 'writes that a person is to be looked at again; whoever wrote the event learns nothing',
	pathway_at_hand: 'the question of reads_pathway, for the pathway that the act is about',
	person_at_hand: 'the person of pathway_at_hand',
	led_at_hand: 'the question of leads_pathway, for the pathway that the act is about',
	led_person_at_hand: 'the person of led_at_hand',
	subjects_at_hand: 'the question of open_subjects, for the pathway that the act is about',
	hold_referral: 'says that the act is about the pathway of a referral; answers nothing, and opens nothing',
	undo_situations:
		'takes back what one import of the acting worker opened within the day and nobody touched; tells how many',
	person_of_phone:
		'tells the door whose number it is, when it is one person’s who may be contacted freely; nothing else',
	own_waiting_referrals: 'the requests that wait for the yes of the person who acts for herself',
	own_pathways: 'the pathways of the person who acts for herself',
	told_by_card:
		'tells a card shown without its PIN when its person is awaited and whom to call, nothing else',
	may_hand_over: 'whether the acting worker’s organisation leads, or was chosen by, one person',
	fact_asked: 'the question that a person chose, for whoever may make her a new card; never its answer',
	has_pin: 'whether a person chose a PIN already, for whoever may make her a new card',
	enqueue: 'adds a job in the caller’s transaction; the queue’s tables stay closed to the caller',
};

interface Fault {
	fault: string;
}

const checks: readonly string[] = [
	`select format('table %s: row security is not on and forced', c.oid::regclass) as fault
	from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
		and not (relrowsecurity and relforcerowsecurity)`,
	`select format('table %s: no policy', c.oid::regclass) as fault
	from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
		and not exists (select from pg_policy where polrelid = c.oid)`,
	`select format('policy %s on %s: for everybody; name the roles', policyname, tablename) as fault
	from pg_policies where schemaname = 'public' and 'public' = any (roles)`,
	`select format('policy %s on %s: lets passerelles_app write any row', policyname, tablename) as fault
	from pg_policies where schemaname = 'public' and 'passerelles_app' = any (roles) and cmd <> 'SELECT'
		and coalesce(with_check, qual) = 'true'`,
	`select format('policy %s on %s: everybody reads every row of a table that holds people', policyname, tablename) as fault
	from pg_policies where schemaname = 'public' and 'passerelles_app' = any (roles) and cmd in ('SELECT', 'ALL')
		and qual = 'true' and tablename not in ('commune', 'territory', 'territory_commune', 'place', 'organisation', 'service')`,
	`select format('view %s: not security_invoker', c.oid::regclass) as fault
	from pg_class c where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
		and not coalesce('security_invoker=true' = any (reloptions), false)
		and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
	`select format('function %s: security definer without a fixed search_path', p.oid::regprocedure) as fault
	from pg_proc p where pronamespace = 'public'::regnamespace and prosecdef
		and not exists (select from unnest(proconfig) setting where setting like 'search_path=%')`,
	`select format('function %s: security definer owned by %s, who may log in or bypass policies', p.oid::regprocedure, r.rolname) as fault
	from pg_proc p join pg_roles r on r.oid = p.proowner
	where pronamespace = 'public'::regnamespace and prosecdef and (r.rolsuper or r.rolbypassrls or r.rolcanlogin)`,
	`select format('function %s: security definer that everybody may call', p.oid::regprocedure) as fault
	from pg_proc p where pronamespace = 'public'::regnamespace and prosecdef
		and has_function_privilege('public', p.oid, 'execute')`,
	`select format('table %s: granted to everybody', c.oid::regclass) as fault
	from pg_class c, aclexplode(relacl) a where relkind in ('r', 'p', 'v', 'm', 'S')
		and relnamespace = 'public'::regnamespace and a.grantee = 0
		and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
	`select format('role %s: superuser, bypasses policies or inherits', rolname) as fault
	from pg_roles where rolname like 'passerelles\\_%' and rolname <> 'passerelles_owner'
		and (rolsuper or rolbypassrls or rolinherit or rolcreaterole or rolcreatedb)`,
	`select format('%s may become %s', l.rolname, r.rolname) as fault
	from pg_roles l, pg_roles r where l.rolname like 'passerelles\\_login%' and r.oid <> l.oid
		and pg_has_role(l.oid, r.oid, 'member')
		and r.rolname not in ('passerelles_app', 'passerelles_door', 'passerelles_queue', 'passerelles_guest', 'passerelles_clock', 'passerelles_person')`,
	`select format('database %s: everybody may connect', datname) as fault
	from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) a
	where datname = current_database() and a.grantee = 0 and a.privilege_type = 'CONNECT'`,
	`select format('database %s: open to %s, the login of another', current_database(), rolname) as fault
	from pg_roles where rolname like 'passerelles\\_login%' and has_database_privilege(oid, current_database(), 'connect')
		and rolname <> 'passerelles_login_' || left(encode(sha256(convert_to(current_database(), 'UTF8')), 'hex'), 12)`,
	`select format('%s logs in without being the login of a database', rolname) as fault
	from pg_roles where rolname like 'passerelles\\_%' and rolname <> 'passerelles_owner' and rolcanlogin
		-- an older version’s shared login may still serve another database of this server, never this one (above)
		and rolname !~ '^passerelles_login(_[0-9a-f]{12})?$'`,
	`select format('%s owns %s', r.rolname, c.oid::regclass) as fault
	from pg_class c join pg_roles r on r.oid = c.relowner
	where r.rolname like 'passerelles\\_%' and r.rolname <> 'passerelles_owner'`,
];

/** Reads the catalogue and names, one sentence each, what would let a row out (test programme T4). */
export async function policyFaults(client: pg.Pool | pg.ClientBase): Promise<string[]> {
	const faults: string[] = [];
	for (const check of checks) faults.push(...(await rows(client, check)));
	return [...faults, ...(await unreviewedDefiners(client))];
}

async function rows(client: pg.Pool | pg.ClientBase, check: string): Promise<string[]> {
	const { rows: found } = await client.query<Fault>(check);
	return found.map((row) => row.fault);
}

async function unreviewedDefiners(client: pg.Pool | pg.ClientBase): Promise<string[]> {
	const { rows: found } = await client.query<{ proname: string }>(
		`select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
	);
	return found
		.filter(({ proname }) => !(proname in reviewedDefiners))
		.map(({ proname }) => `function ${proname}: security definer not in the reviewed list`);
}
