/** The look of a kept list, inside it: it asks nothing of the network. Colours of her space. */
export const listStyle = `:root{color-scheme:light;--paper:#fbf6ec;--surface:#fffdf8;--ink:#2a211a;--soft:#5a4c40;--border:#85725f;--plum:#6a2e57;--pine:#14594a;--lamp:#fcebc4;--danger:#9b2226}
@media(prefers-color-scheme:dark){:root{color-scheme:dark;--paper:#1e1813;--surface:#261f18;--ink:#fbf6ec;--soft:#d3c4b0;--border:#a08c78;--plum:#e2a9cd;--pine:#7fcdb5;--lamp:#453315;--danger:#f7a8a0}}
*{box-sizing:border-box;margin:0}
html{font-size:112.5%;text-size-adjust:100%}
body{padding:1rem;font-family:system-ui,sans-serif;line-height:1.55;color:var(--ink);overflow-wrap:anywhere;background:var(--paper)}
main{max-inline-size:38rem;margin:auto}
main>*+*{margin-block-start:.8rem}
main>h2,main>div{margin-block-start:1.6rem}
form{margin-block-start:.5rem}
h1{font-size:1.6rem;line-height:1.25}
h2{font-size:1.25rem}
h3{font-size:1.1rem;line-height:1.3}
a{color:var(--pine)}
ul{padding:0;list-style:none}
.notice{padding:.8rem 1rem;background:var(--lamp);border-inline-start:5px solid var(--plum);border-radius:8px}
[hidden]{display:none}
details{background:var(--surface);border:1px solid var(--border);border-radius:10px}
details details{margin:0 .5rem .5rem}
summary{min-block-size:2.75rem;padding:.6rem .8rem;font-weight:650;cursor:pointer}
main>details>summary{font-size:1.15rem;color:var(--plum)}
details p,details li{padding:.5rem .8rem}
details li{border-block-start:1px solid var(--border)}
details li p{padding:0;margin-block-start:.15rem}
.call{display:inline-flex;align-items:center;min-block-size:2.75rem;font-size:1.2rem;font-weight:700}
.soft{color:var(--soft)}
button{min-block-size:3rem;padding:.5rem 1.1rem;font:inherit;font-weight:650;color:var(--danger);background:var(--surface);border:2px solid var(--danger);border-radius:10px}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
@media print{body{color:#000;background:#fff}details:not([open]){display:none}.notice{display:none}}`;
