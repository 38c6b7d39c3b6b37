import { calendarFile } from '#lib/pathway/appointments/calendar-file.ts';
import { findOwnAppointment } from '#lib/pathway/own/server/own-appointments.ts';
import { openOwnPathway } from '#lib/pathway/own/server/own-pathway.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ params, locals }) =>
	locals.ownAct(async (act) => {
		const { id } = await openOwnPathway(act);
		const appointment = await findOwnAppointment(act, id, uuidOf(params.appointment));
		return new Response(calendarFile(appointment, act.at), {
			headers: {
				'content-type': 'text/calendar; charset=utf-8',
				'content-disposition': 'attachment; filename="rendez-vous.ics"',
				'cache-control': 'no-store',
			},
		});
	});
