/** What each component takes, as TypeScript says it; `Option` is `{ value, label, hint? }`. */
export const properties = {
	'Logo, Mark, Stitch': "Stitch: tone = 'accent' | 'action' | 'lamp' | 'line'",
	Landscape: '',
	Pictogram: 'need: NeedKey',
	Button:
		"variant = 'primary' | 'secondary' | 'quiet' | 'danger'; icon?: Component; busy?; wide?; href?; …button | …a",
	Notice: "kind = 'info' | 'ok' | 'attention' | 'danger'; title?; live?; children?",
	Tag: "kind = 'open' | 'closed' | 'free' | 'checked' | 'to-check' | 'fictional' | 'plain'; icon?; children?",
	ErrorSummary: 'errors: Record<field, sentence>; focused = true',
	Field: 'name; label; hint?; error?; optional?; defaultValue?; id?; lines?: number; …input | …textarea',
	Select: 'name; label; options: Option[]; chosen?; hint?; error?; optional?; …select',
	Choices:
		"type: 'radio' | 'checkbox'; name; legend; options: Option[]; chosen?: string[]; hint?; error?; optional?; inline?",
	Checkbox: "name; label; value = 'true'; checked?; hint?; error?",
	NearMe: '',
	Card: 'title; href?; level = 3; tags?: Snippet; children?; footer?: Snippet',
	Table: 'caption; captionHidden?; columns: { label; numeric?; href?; sorted? }[]; children',
	SummaryList: 'rows: { term; value: string | Snippet; href?; action? }[]',
	EmptyState: 'title; level = 2; children?; actions?: Snippet',
	PageTitle: 'title; failed?; above?; children?',
	Breadcrumb: 'trail: { href; label }[]; current',
	Chip: 'label; href',
	Pagination: 'page; pages; hrefOf: (page: number) => string',
	Progress: 'label; value; max; text',
	Steps: 'steps: { label; href? }[]; current',
	Disclosure: 'summary; open?; name?; children',
	Dialog:
		"id; title; children; actions?: Snippet — <Button type='button' commandfor={id} command='show-modal'>",
	Menu: 'id; label; icon?: Component; children',
	HelpLines: '',
} as const;
