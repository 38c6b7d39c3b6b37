const etag = /^(?:W\/)?"(\d{1,9})(?:\.[\w-]+)?"$/;

/** The version that an `If-Match` names, from an ETag of ours; nothing when it is another text. */
export const versionIn = (ifMatch: string): number | undefined => {
	const [, version] = etag.exec(ifMatch.trim()) ?? [];
	return version === undefined ? undefined : Number(version);
};
