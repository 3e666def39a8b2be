"""Charts: plain numbers in, a matplotlib Figure out, with every place worked out in points.

Where is what:

- `figures.figure(spec, palette, width, height)` makes the Figure; `drawing.Drawing` holds it and
  puts patches and words into it.
- `saving.as_png` and `saving.as_svg` save figures as files; `drawing.draw_with` hands one to a pen,
  of which there are two: `ui/widgets/chart_pen.py` for windows, `printing/pages/charts.py` for PDF.
- A chart is one spec in `specs.py`, one file here with its name (`LadderSpec`: `ladder.py`), and
  one test; `sizes.py` says how high it likes to be, `alt.py` says it in words. What several charts
  share stands in `parts/`. `of_readings.py` and `of_rounds.py` make specs of what was found.

`specs`, `palette`, `sizes`, `alt` and both `of_` modules know nothing of matplotlib, which takes a
second to load; all others do. How to add a chart: `workbook/README.md`.
"""

import logging

# matplotlib says on a new machine that it is building its list of fonts, or that it keeps it in a
# temporary folder; neither is anything that the person at the workbook could act on. Its warnings
# about missing glyphs do not arise, as those are drawn as "□".
logging.getLogger("matplotlib").setLevel(logging.ERROR)
