import type { Act } from '#lib/server/act.ts';

const keptDays = 30;

/** Deliveries of the acting account are kept a month: long enough to replay what was missed. */
export async function forgetDeliveries({ tx, at }: Act): Promise<void> {
	await tx
		.deleteFrom('webhookDelivery')
		.where('createdAt', '<', new Date(at.getTime() - keptDays * 86_400_000))
		.execute();
}
