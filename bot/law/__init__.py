"""The legal engine: pure functions over the facts of a case. Entry points: `assess.assess`, `assess.first_help`,
`evidence.review`, `clocks.clocks`, `sums.check_sum`. See docs/law.md."""
