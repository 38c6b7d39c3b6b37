import { calendarFile } from '#lib/pathway/appointments/calendar-file.ts';
import { findAppointment } from '#lib/pathway/appointments/server/appointments.ts';
import { openSection } from '#lib/pathway/server/section.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ params, locals }) =>
	locals.act(async (act) => {
		await openSection(act, params.id, 'pathway');
		const appointment = await findAppointment(act, params.id, uuidOf(params.appointment));
		return new Response(calendarFile(appointment, act.at), {
			headers: {
				'content-type': 'text/calendar; charset=utf-8',
				'content-disposition': 'attachment; filename="rendez-vous.ics"',
				'cache-control': 'no-store',
			},
		});
	});
