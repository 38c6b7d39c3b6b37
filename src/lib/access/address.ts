/**
 * The network that an address stands for in a limit: itself for IPv4, its /64 for IPv6, since one subscriber holds
 * a whole /64. An IPv4 address written as IPv6 is IPv4.
 */
export function network(address: string): string {
	const [bare = ''] = address.toLowerCase().split('%');
	const mapped = /^(?:::|(?:0{1,4}:){5})ffff:(\d+(?:\.\d+){3})$/.exec(bare)?.[1];
	if (mapped) return mapped;
	if (!bare.includes(':')) return bare;
	return `${groups(bare).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, `::` unfolded and leading zeros gone. */
function groups(address: string): string[] {
	const [head = '', tail] = address.split('::');
	const before = head.split(':').filter(Boolean);
	const after = tail?.split(':').filter(Boolean) ?? [];
	const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
	return [...before, ...Array<string>(gap).fill('0'), ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}
