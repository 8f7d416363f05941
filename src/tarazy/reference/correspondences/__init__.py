"""What standards of different sets have in common: crosswalks, the graph, disputes and their answers."""
