/** The one stylesheet, inlined into every page. Colours are chosen for a contrast of at least 4.5 to 1. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #faf8f5; --sheet: #ffffff; --ink: #211e1a; --soft: #635c53; --line: #e3ddd4; --edge: #8d8578;
  --accent: #a3321b; --on-accent: #ffffff; --good: #1d6340; --good-ground: #e7f2ea; --bad: #9b2318;
  --bad-ground: #fbe9e6; --wait-ground: #f3eee4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #171513; --sheet: #211e1b; --ink: #f1ece5; --soft: #b5ada2; --line: #38332e; --edge: #7e766b;
    --accent: #ff9e80; --on-accent: #2a0f06; --good: #86d3a5; --good-ground: #17301f; --bad: #ffab9c;
    --bad-ground: #3b1914; --wait-ground: #2d2823;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; }
main, .top { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-block: 2rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; letter-spacing: -0.01em; margin: 0 0 0.75rem; overflow-wrap: anywhere; text-wrap: balance; }
h2 { font-size: 1.05rem; margin: 2.25rem 0 0.75rem; }
p { margin: 0 0 1rem; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 0.25rem; }
.top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1.5rem; padding-block: 1.25rem; }
.top nav { display: flex; flex-wrap: wrap; gap: 0 1.1rem; }
.top a { color: var(--soft); text-decoration: none; padding-block: 0.35rem; }
.top a:hover, .top a[aria-current] { color: var(--ink); text-decoration: underline; }
.top .brand { color: var(--ink); font-weight: 650; }
.lead { color: var(--soft); font-size: 1.1rem; max-width: 38rem; margin-bottom: 1.5rem; text-wrap: pretty; }
.muted { color: var(--soft); }
.small { font-size: 0.875rem; }
.empty { color: var(--soft); border: 1px dashed var(--edge); border-radius: 0.75rem; padding: 2rem 1.25rem; text-align: center; }
.rows { list-style: none; margin: 0; padding: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; }
.rows > li + li { border-top: 1px solid var(--line); }
.row { display: grid; grid-template-columns: 1fr auto; gap: 0.1rem 1rem; padding: 0.9rem 1.1rem; color: inherit; text-decoration: none; }
.row > .whole { grid-column: 1 / -1; }
.row > * { overflow-wrap: anywhere; min-width: 0; }
a.row:hover strong { text-decoration: underline; text-underline-offset: 0.2em; }
.end { text-align: right; }
@media (max-width: 34rem) { .row.stacks { grid-template-columns: 1fr; } .stacks .end { text-align: left; } }
.number { font-variant-numeric: tabular-nums; }
.code { font-family: ui-monospace, monospace; font-size: 0.875rem; overflow-wrap: anywhere; }
.state { display: inline-block; font-size: 0.8125rem; font-weight: 600; padding: 0.05rem 0.6rem; border-radius: 1rem; background: var(--wait-ground); white-space: nowrap; }
.state.good { color: var(--good); background: var(--good-ground); }
.state.bad { color: var(--bad); background: var(--bad-ground); }
.cards { list-style: none; margin: 1.75rem 0 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem; }
.cards a { display: block; height: 100%; padding: 1rem 1.1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; color: inherit; text-decoration: none; }
.cards a:hover { border-color: var(--edge); }
.cards strong { display: block; font-size: 1.15rem; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0.5rem 1.1rem; color: var(--ink); background: var(--sheet); border: 1px solid var(--edge); border-radius: 0.6rem; cursor: pointer; }
button:hover { border-color: var(--ink); }
button.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button.primary:hover { filter: brightness(1.08); }
input { font: inherit; min-height: 2.75rem; padding: 0.5rem 0.75rem; color: var(--ink); background: var(--sheet); border: 1px solid var(--edge); border-radius: 0.6rem; max-width: 100%; }
label { font-weight: 600; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem 0.75rem; margin: 0 0 1.5rem; }
.bar label { flex-basis: 100%; }
.bar input { flex: 1 1 10rem; max-width: 20rem; min-width: 0; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.6rem; }
.apart { margin: 2.25rem 0 1rem; }
.notice { padding: 0.8rem 1.1rem; border-radius: 0.6rem; background: var(--wait-ground); }
.notice.bad { color: var(--bad); background: var(--bad-ground); font-weight: 600; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 1.25rem; margin: 0; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.clocks { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0.75rem; margin: 1.5rem 0; }
.clocks > div { background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1rem 1.1rem; }
.clocks dt { color: var(--soft); }
.clocks dd { margin: 0; font-size: 1.2rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.mail { display: block; width: 100%; height: 70vh; min-height: 24rem; border: 1px solid var(--line); border-radius: 0.75rem; background: #ffffff; color-scheme: light; }
.mail-text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; padding: 1.1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; font: 0.9375rem/1.6 ui-monospace, monospace; }
.event { padding: 1rem 1.1rem; }
.event header { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; }
.event ol { margin: 0.5rem 0 0.75rem; padding-left: 1.25rem; }
.event .facts { margin: 0.4rem 0; }
.pay { max-width: 30rem; padding-top: 1.5rem; }
.test { display: block; text-align: center; background: var(--wait-ground); color: var(--ink); font-size: 0.875rem; padding: 0.5rem 1rem; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 1rem; padding: 1.75rem 1.5rem; }
.sheet .over { margin: 0; }
.items { list-style: none; padding: 0; margin: 1.5rem 0 0; border-top: 1px solid var(--line); }
.items li { display: flex; gap: 0.9rem; padding: 0.9rem 0; border-bottom: 1px solid var(--line); }
.items img { width: 3.5rem; height: 3.5rem; object-fit: cover; border-radius: 0.4rem; flex: none; }
.items div { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.total { display: flex; justify-content: space-between; gap: 1rem; font-size: 1.2rem; font-weight: 650; margin: 1rem 0 1.5rem; }
.stack { display: grid; gap: 0.6rem; }
.stack button { width: 100%; }
.stack button.primary { min-height: 3.25rem; font-size: 1.05rem; }
.stack input { width: 100%; }
fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 0.6rem; min-width: 0; }
legend { padding: 0; margin-bottom: 0.6rem; color: var(--soft); font-size: 0.875rem; }
.wide { gap: 1.75rem; max-width: 38rem; }
.wide legend { color: var(--ink); font-size: 1.05rem; font-weight: 650; }
.stack fieldset button { font-weight: 500; }
select { font: inherit; min-height: 2.75rem; padding: 0.5rem 0.75rem; color: var(--ink); background: var(--sheet); border: 1px solid var(--edge); border-radius: 0.6rem; max-width: 100%; }
.check { display: flex; gap: 0.75rem; align-items: baseline; font-weight: 400; padding-block: 0.3rem; }
.stack .check input, .check input { width: 1.15rem; height: 1.15rem; min-height: 0; flex: none; accent-color: var(--accent); translate: 0 0.15rem; }
.event .bar { margin: 0.6rem 0 0; }
.event p { margin: 0.3rem 0 0; }
.rows + .bar { margin-top: 1rem; }
.back { text-align: center; margin: 1.25rem 0 0; }
`;
