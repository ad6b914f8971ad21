/** The what-if panel: what follows stays in sight while an answer is changed. */
export const panel = `
.moved { position: sticky; top: 0; z-index: 2; background: var(--paper); border-block: 2px solid var(--ink); padding: 0.75rem 0; margin-bottom: 1.5rem; }
.moved > div:first-child { display: flex; justify-content: space-between; align-items: start; gap: 1rem; }
.moved .verdict { margin: 0; }
.moved button { flex: none; }
.moved .verdict strong { display: block; margin-bottom: 0.15rem; font: 600 1.125rem/1.25 "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "DejaVu Serif", serif; }
.moved .verdict { font-size: 0.875rem; line-height: 1.4; }
button { font: inherit; font-size: 0.875rem; color: var(--ink); background: var(--card); border: 1px solid var(--soft); border-radius: 4px; padding: 0.2rem 0.7rem; cursor: pointer; }
button:hover { border-color: var(--ink); }
fieldset { border: 0; padding: 0; margin: 0 0 1.5rem; min-width: 0; }
legend { font-weight: 700; padding: 0; font-size: 1.0625rem; }
fieldset > .asks { margin: 0 0 0.75rem; }
.field { margin: 0 0 1rem; }
.field label { display: block; font-weight: 600; margin-bottom: 0.2rem; }
.field select, .field input { font: inherit; width: 100%; color: var(--ink); background: var(--card); border: 1px solid var(--soft); border-radius: 4px; padding: 0.4rem 0.5rem; text-overflow: ellipsis; scroll-margin: 14rem 0 7rem; }
.field [aria-invalid] { border: 2px solid var(--bad); }
.field.changed { border-inline-start: 4px solid var(--ink); padding-inline-start: 0.75rem; }
.hint, .complaint { font-size: 0.8125rem; margin: 0.2rem 0 0; color: var(--soft); }
.complaint { color: var(--bad); font-weight: 600; }
.complaint:empty { display: none; }
.rest { font-size: 0.9375rem; }
.rest details { margin-top: 1rem; }
.rest h3:first-child { margin-top: 0; }
.rest .gates li { margin-bottom: 0.5rem; }
@media (max-width: 55.99rem) {
	.moved { padding: 0.5rem 0 0; }
	.moved svg { height: 70px; overflow: hidden; }
	.moved svg text.turn { display: none; }
}
@media (max-height: 36rem) { .moved { position: static; } }
@media (min-width: 56rem) {
	.moved { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr); gap: 2rem; align-items: center; }
	.columns { display: grid; grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); gap: 2.5rem; align-items: start; }
	.rest { position: sticky; top: 9.5rem; max-height: calc(100vh - 10rem); overflow: auto; padding-inline-end: 0.5rem; }
}
`;
