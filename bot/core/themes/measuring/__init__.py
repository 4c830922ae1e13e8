"""How well grouping does on replies that people labelled: figures, and a simulated sorter."""
