"""Pages: paper, columns, tables, charts and the PDF file that holds them."""
