"""Forms on paper: one template, one fill, painted to PDF and saved as a workbook or a document."""
